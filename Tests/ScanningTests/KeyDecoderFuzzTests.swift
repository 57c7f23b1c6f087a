import Scanning
import Seeds
import Testing

@Suite("Any events, any payload")
struct KeyDecoderFuzzTests {
    @Test("whatever printable text is typed, in any rhythm up to a second, comes out as it was")
    func roundTrip() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        let characters = Array(USKeys.printable.keys).sorted()
        var decoder = KeyDecoder(settings: .standard)
        var typist = Typist()
        var expected: [Decoded] = []
        for _ in 0..<500 {
            var text = ""
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                text.append(characters.randomElement(using: &random) ?? "0")
            }
            for character in text {
                typist.type(String(character))
                typist.pause(UInt64.random(in: 0...990_000_000, using: &random))
            }
            typist.tap([15, 28, 96].randomElement(using: &random) ?? 28)
            expected.append(.text(text))
        }
        #expect(decoder.feed(typist) == expected, "seed \(seed)")
    }

    @Test("100,000 random events end in payloads within the limit and a decoder that still works")
    func garbage() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        var decoder = KeyDecoder(settings: .standard)
        var longest = 0
        var time: UInt64 = 0
        for step in 0..<100_000 {
            // Mostly plausible events, now and then wild ones, and a clock that may jump.
            let isWild = Int.random(in: 0..<50, using: &random) == 0
            time =
                isWild ? random.next() : time &+ UInt64.random(in: 0...400_000_000, using: &random)
            let event = InputEvent(
                type: isWild ? UInt16.random(in: 0 ... .max, using: &random) : 1,
                code: UInt16.random(in: 0...(isWild ? .max : 130), using: &random),
                value: isWild ? Int32.random(in: .min ... .max, using: &random) : Int32(step % 2),
                time: time)
            if case .payload(let bytes) = decoder.feed(event) {
                longest = max(longest, bytes.count)
            }
            if step % 1000 == 0 { decoder.resynchronise { _ in Bool.random(using: &random) } }
            if step % 777 == 0 { _ = decoder.expire(at: random.next()) }
        }
        #expect(longest <= ScanSettings.standard.longest, "seed \(seed)")
        decoder.resynchronise { _ in false }
        var typist = Typist(at: .max / 2)
        typist.tap(Typist.enter)
        let before = decoder.feed(typist)
        typist = Typist(at: typist.now)
        typist.type("42")
        typist.tap(Typist.enter)
        #expect(before.count <= 1 && decoder.feed(typist) == [.text("42")], "seed \(seed)")
    }
}
