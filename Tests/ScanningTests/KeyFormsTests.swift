import Scanning
import Testing

/// Characters that come as something else than their key: numbers, control keys, marks for GS.
@Suite("The many forms of a character")
struct KeyFormsTests {
    private func decoding(
        _ change: (inout ScanSettings) -> Void = { _ in }, _ type: (inout Typist) -> Void
    ) -> [Decoded] {
        var settings = ScanSettings.standard
        change(&settings)
        var typist = Typist()
        type(&typist)
        var decoder = KeyDecoder(settings: settings)
        return decoder.feed(typist)
    }

    @Test(
        "Alt and a number on the pad are the character of that number, as Windows has it",
        arguments: [
            ("029", "\u{1D}"), ("29", "\u{1D}"), ("065", "A"), ("65", "A"), ("0233", "é"),
            ("130", "é"), ("0128", "€"), ("225", "ß"), ("0255", "ÿ"), ("8377", "₹"),
            ("00000065", "A"),
        ])
    func altCodes(_ number: String, _ text: String) {
        for alt: UInt16 in [56, 100] {
            let found = decoding {
                $0.type("1")
                $0.press(alt)
                for digit in number.utf8 { $0.tap(USKeys.pad[Int(digit - 0x30)]) }
                $0.release(alt)
                $0.type("2")
                $0.tap(Typist.enter)
            }
            #expect(found == [.text("1" + text + "2")])
        }
    }

    @Test("Alt+013 ends a scan, as Enter does")
    func altReturn() {
        let found = decoding {
            $0.type("42")
            $0.press(56)
            for digit in [0, 1, 3] { $0.tap(USKeys.pad[digit]) }
            $0.release(56)
        }
        #expect(found == [.text("42")])
    }

    @Test(
        "a number that is no character spoils its scan and is said",
        arguments: [("0", 0), ("0129", 129), ("55296", 0xD800), ("99999999999", 0x11_0000)]
            as [(String, UInt32)])
    func noCharacter(_ text: String, _ number: UInt32) {
        let found = decoding {
            $0.type("1")
            $0.press(56)
            for digit in text.utf8 { $0.tap(USKeys.pad[Int(digit - 0x30)]) }
            $0.release(56)
            $0.type("2")
            $0.tap(Typist.enter)
            $0.type("42")
            $0.tap(Typist.enter)
        }
        #expect(found == [.discarded(.unknownNumber(number)), .text("42")])
    }

    @Test(
        "Ctrl with a key is a control character, also where scanners press it without Shift",
        arguments: [
            ([29, 27], 0x1D), ([97, 27], 0x1D), ([29, 42, 7], 0x1E), ([29, 7], 0x1E),
            ([29, 12], 0x1F), ([29, 32], 0x04), ([29, 43], 0x1C), ([29, 42, 27], 0x1D),
        ] as [([UInt16], UInt8)])
    func control(_ keys: [UInt16], _ byte: UInt8) {
        let found = decoding {
            $0.type("1")
            for key in keys { $0.press(key) }
            for key in keys.reversed() { $0.release(key) }
            $0.type("2")
            $0.tap(Typist.enter)
        }
        #expect(found == [.payload([0x31, byte, 0x32])])
    }

    @Test("F8 and F12 are GS where a shop has set them so, and unknown elsewhere")
    func separatorKeys() {
        for key: UInt16 in [66, 88] {
            let type: (inout Typist) -> Void = {
                $0.type("10A")
                $0.tap(key)
                $0.type("21B")
                $0.tap(Typist.enter)
            }
            #expect(decoding({ $0.separatorKeys = [66, 88] }, type) == [.text("10A\u{1D}21B")])
            #expect(decoding({ _ in }, type) == [.discarded(.unknownKey(key))])
        }
    }

    @Test("a text that a shop has set for GS becomes one, prefix and suffix go")
    func texts() {
        let found = decoding({
            $0.separatorTexts = [Array("<GS>".utf8)]
            $0.prefix = Array("*".utf8)
            $0.suffix = Array("#!".utf8)
        }) {
            $0.type("*]C110A<GS>21B#!")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("]C110A\u{1D}21B")])
    }

    @Test("a scanner that exchanges the case is put right by setting, its own CapsLock with it")
    func inverted() {
        let found = decoding({ $0.capsLock = .inverted }) {
            $0.type("aB1!")
            $0.tap(58)
            $0.type("aB1!")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("Ab1!aB1!")])
    }

    @Test("without a terminator keys are a scan after their silence, and Enter ends it at once")
    func silence() {
        let found = decoding({ $0.silence = 100_000_000 }) {
            $0.type("1234")
            $0.pause(101_000_000)
            $0.type("56")
            $0.tap(Typist.enter)
            $0.type("7")
            $0.pause(101_000_000)
            $0.tap(59)
            $0.type("8")
            $0.pause(101_000_000)
            $0.type("9")
            $0.tap(Typist.enter)
        }
        // F1 right behind a silence: the scan before is answered first, the loss at its own end.
        #expect(
            found == [
                .text("1234"), .text("56"), .text("7"), .discarded(.unknownKey(59)), .text("9"),
            ])
    }

    @Test("with Enter alone for an end a Tab is part of the code")
    func tabInside() {
        let found = decoding({ $0.terminators = .enter }) {
            $0.type("1")
            $0.tap(15)
            $0.type("2")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("1\t2")])
    }

    @Test("how a scan was typed is told")
    func traits() {
        var decoder = KeyDecoder(settings: .standard)
        var typist = Typist()
        typist.tap(58)
        typist.type("ab")
        typist.press(29)
        typist.tap(27)
        typist.release(29)
        typist.tap(15)
        #expect(decoder.feed(typist) == [.text("AB\u{1D}")])
        #expect(decoder.traits.marks == [.capsLock, .control])
        #expect(decoder.traits.terminator == .tab && decoder.traits.count == 3)
        #expect(decoder.traits.finishedAt - decoder.traits.startedAt == 8 * Typist.millisecond)
        #expect(decoder.traits.longestPause == Typist.millisecond)
    }
}
