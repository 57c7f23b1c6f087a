import Testing

@testable import Terminal

@Suite("Keystrokes")
struct KeystrokesTests {
    private func strokes(_ reads: [[UInt8]]) -> [Keystrokes.Stroke] {
        var keystrokes = Keystrokes()
        var found: [Keystrokes.Stroke] = []
        for bytes in reads {
            keystrokes.feed(bytes)
            while let stroke = keystrokes.next() { found.append(stroke) }
        }
        return found
    }

    @Test("However the bytes are cut into reads, the strokes are the same")
    func cuts() {
        let bytes = Array("aé₹😀\u{1B}[A\u{1B}[1;5C\u{1B}OH\u{1B}[3~\u{1B}[[Bz\u{C}\r".utf8)
        let whole = strokes([bytes])
        #expect(whole.count == 11)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let cut = [
                    Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
                ]
                #expect(strokes(cut) == whole, "cut at \(first) and \(second)")
            }
        }
    }

    @Test(
        "What is no character is seen, and takes nothing with it",
        arguments: [
            ([0xFF, 0x41], "\u{FFFD}A"),
            ([0xE0, 0xA4, 0x41], "\u{FFFD}\u{FFFD}A"),
            ([0xC0, 0x80, 0x41], "\u{FFFD}\u{FFFD}A"),
            ([0xED, 0xA0, 0x80, 0x41], "\u{FFFD}\u{FFFD}\u{FFFD}A"),
            ([0xC2, 0x85, 0x41], "\u{FFFD}A"),
        ] as [([UInt8], String)])
    func broken(bytes: [UInt8], shown: String) {
        #expect(strokes([bytes]) == shown.unicodeScalars.map { .text($0) })
    }

    @Test("An unfinished key or character is settled when its time is over")
    func timeOver() {
        var keystrokes = Keystrokes()
        keystrokes.feed([0x1B, UInt8(ascii: "["), UInt8(ascii: "1")])
        #expect(keystrokes.next() == nil)
        #expect(keystrokes.isIncomplete)
        keystrokes.timeIsOver()
        #expect(keystrokes.next() == .text("["))
        #expect(keystrokes.next() == .text("1"))
        #expect(keystrokes.next() == nil)
        keystrokes.feed([0xE0, 0xA4])
        #expect(keystrokes.next() == nil)
        keystrokes.timeIsOver()
        #expect(keystrokes.next() == .text("\u{FFFD}"))
        #expect(!keystrokes.isIncomplete)
    }

    @Test("A digit typed with Alt or after Escape is a digit, not a repeat count")
    func altDigit() {
        #expect(strokes([Array("\u{1B}8".utf8)]) == [.text("8")])
    }

    @Test("An endless escape sequence becomes text instead of swallowing it")
    func endlessSequence() {
        let digits = String(repeating: "1", count: 40)
        let found = strokes([Array("\u{1B}[\(digits)".utf8)])
        #expect(found == ("[" + digits).unicodeScalars.map { .text($0) })
    }
}
