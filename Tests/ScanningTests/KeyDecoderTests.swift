import Scanning
import Testing

@Suite("Keys become payloads")
struct KeyDecoderTests {
    @Test("every printable character comes through the us layout", arguments: 0x20...0x7E)
    func printable(_ byte: Int) {
        let character = Character(Unicode.Scalar(UInt8(byte)))
        let found = KeyDecoder.decoding {
            $0.type(String(character))
            $0.tap(Typist.enter)
        }
        #expect(found == [.text(String(character))])
    }

    @Test("CapsLock of the scanner exchanges the case of letters and of nothing else")
    func capsLock() {
        let found = KeyDecoder.decoding {
            $0.tap(58)
            $0.type("aB1!-_")
            $0.tap(58)
            $0.type("aB")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("Ab1!-_aB")])
    }

    @Test("the other Shift keeps shifting when one is released")
    func bothShifts() {
        let found = KeyDecoder.decoding {
            $0.press(42)
            $0.press(54)
            $0.release(42)
            $0.tap(30)
            $0.release(54)
            $0.tap(30)
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("Aa")])
    }

    @Test("the numeric pad gives digits, NumLock pressed before or not", arguments: [true, false])
    func numericPad(_ pressesNumLock: Bool) {
        let found = KeyDecoder.decoding {
            if pressesNumLock { $0.tap(69) }
            for code in USKeys.pad { $0.tap(code) }
            $0.tap(96)
        }
        #expect(found == [.text("0123456789")])
    }

    @Test(
        "Enter, Enter of the pad, Tab and their control forms end a scan",
        arguments: [
            [28], [96], [15], [29, 50], [97, 36], [29, 23],
        ] as [[UInt16]])
    func terminators(_ keys: [UInt16]) {
        let found = KeyDecoder.decoding {
            $0.type("42")
            for key in keys { $0.press(key) }
            for key in keys.reversed() { $0.release(key) }
        }
        #expect(found == [.text("42")])
    }

    @Test("CR and LF together end one scan, and a terminator alone is none")
    func carriageReturnAndLineFeed() {
        let found = KeyDecoder.decoding {
            $0.tap(Typist.enter)
            $0.type("1")
            $0.tap(Typist.enter)
            $0.press(29)
            $0.tap(36)
            $0.release(29)
            $0.type("2")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("1"), .text("2")])
    }

    @Test("Ctrl+] is the group separator of GS1")
    func groupSeparator() {
        let found = KeyDecoder.decoding {
            $0.type("10AB")
            $0.press(29)
            $0.tap(27)
            $0.release(29)
            $0.type("21X")
            $0.tap(Typist.enter)
        }
        #expect(found == [.payload(Array("10AB".utf8) + [0x1D] + Array("21X".utf8))])
    }

    @Test("a held key counts once, however often the kernel repeats it")
    func repetition() {
        let found = KeyDecoder.decoding {
            $0.press(2)
            for _ in 0..<20 { $0.hold(2) }
            $0.release(2)
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("1")])
    }

    @Test("the scan carries nothing over into the next one")
    func twice() {
        let found = KeyDecoder.decoding {
            for code in ["8901234567890", "a", "8901234567890"] {
                $0.type(code)
                $0.tap(Typist.enter)
            }
        }
        #expect(found == [.text("8901234567890"), .text("a"), .text("8901234567890")])
    }

    @Test("two scanners whose events interleave do not mix")
    func interleaved() {
        var first = Typist()
        var second = Typist()
        first.type("Apple 1")
        first.tap(Typist.enter)
        second.type("bANANA2")
        second.tap(Typist.enter)
        var decoders = [KeyDecoder(settings: .standard), KeyDecoder(settings: .standard)]
        var found: [[Decoded]] = [[], []]
        for index in 0..<max(first.events.count, second.events.count) {
            for (who, events) in [first.events, second.events].enumerated()
            where index < events.count {
                if let decoded = decoders[who].feed(events[index]) { found[who].append(decoded) }
            }
        }
        #expect(found == [[.text("Apple 1")], [.text("bANANA2")]])
    }
}
