import Scanning
import Testing

@Suite("Trouble in the middle of a scan never yields half a code")
struct KeyDecoderTroubleTests {
    @Test(
        "a silence of up to a second belongs to the scan",
        arguments: [
            50_000_000, 990_000_000, 999_000_000,
        ] as [UInt64])
    func shortGap(_ gap: UInt64) {
        let found = KeyDecoder.decoding {
            $0.type("890123")
            $0.pause(gap)
            $0.type("4567890")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text("8901234567890")])
    }

    @Test("what came before a longer silence is dropped and said")
    func longGap() {
        let found = KeyDecoder.decoding {
            $0.type("890123")
            $0.pause(1_000_000_001)
            $0.type("45")
            $0.tap(Typist.enter)
        }
        #expect(found == [.discarded(.timedOut), .text("45")])
    }

    @Test("the deadline is a second after the last key, and passes once")
    func deadline() throws {
        var decoder = KeyDecoder(settings: .standard)
        #expect(decoder.deadline == nil)
        var typist = Typist()
        typist.type("12")
        #expect(decoder.feed(typist) == [])
        let deadline = try #require(decoder.deadline)
        #expect(deadline == typist.now + ScanSettings.standard.patience)
        #expect(decoder.expire(at: deadline) == nil)
        #expect(decoder.expire(at: deadline + 1) == .discarded(.timedOut))
        #expect(decoder.deadline == nil)
        #expect(decoder.expire(at: deadline + 2) == nil)
    }

    @Test("after lost events the rest of that scan is dropped, and the next one is whole")
    func overflow() {
        let found = KeyDecoder.decoding {
            $0.type("890123")
            $0.overflow()
            $0.tap(Typist.enter)  // void: before the report that ends the loss
            $0.report()
            $0.type("7890")
            $0.tap(Typist.enter)
            $0.type("42")
            $0.tap(Typist.enter)
        }
        // The first Enter's own report ends the loss, so that its key alone is void.
        #expect(found == [.discarded(.eventsLost), .text("42")])
    }

    @Test("events between an overflow and the next report count for nothing")
    func voidUntilReport() {
        let found = KeyDecoder.decoding {
            $0.overflow()
            $0.add(1, Typist.enter, 1)
            $0.add(1, 42, 1)
            $0.report()
            $0.type("7")
            $0.tap(Typist.enter)
            $0.type("a")
            $0.tap(Typist.enter)
        }
        // The Shift was void as well: the letter stays small.
        #expect(found == [.discarded(.eventsLost), .text("a")])
    }

    @Test("a Shift released during the loss shifts no longer, one still held does")
    func resynchronise() {
        var decoder = KeyDecoder(settings: .standard)
        var typist = Typist()
        typist.press(42)
        typist.overflow()
        #expect(decoder.feed(typist) == [.discarded(.eventsLost)])
        decoder.resynchronise { $0 == 54 }
        typist = Typist(at: typist.now)
        typist.tap(Typist.enter)
        typist.tap(30)
        typist.release(54)
        typist.tap(30)
        typist.tap(Typist.enter)
        #expect(decoder.feed(typist) == [.text("Aa")])
    }

    @Test("a long silence ends the loss, so that the next scan is not lost too")
    func silenceEndsLoss() {
        let found = KeyDecoder.decoding {
            $0.type("1")
            $0.overflow()
            $0.report()
            $0.pause(1_100_000_000)
            $0.type("42")
            $0.tap(Typist.enter)
        }
        #expect(found == [.discarded(.eventsLost), .text("42")])
    }

    @Test("a key without a character spoils its scan, is said once, and only that scan is lost")
    func unknownKey() {
        let found = KeyDecoder.decoding {
            $0.type("89")
            $0.tap(59)
            $0.tap(60)
            $0.type("01")
            $0.tap(Typist.enter)
            $0.type("42")
            $0.tap(Typist.enter)
        }
        #expect(found == [.discarded(.unknownKey(59)), .text("42")])
    }

    @Test(
        "buttons beyond the keyboard and keys with Alt have no character",
        arguments: [
            (nil, 0x110), (nil, 0x2FF), (nil, UInt16.max), (56, 2), (100, 16), (29, 2),
        ] as [(UInt16?, UInt16)])
    func noCharacter(_ modifier: UInt16?, _ code: UInt16) {
        let found = KeyDecoder.decoding {
            $0.type("1")
            if let modifier { $0.press(modifier) }
            $0.tap(code)
            if let modifier { $0.release(modifier) }
            $0.type("2")
            $0.tap(Typist.enter)
        }
        #expect(found == [.discarded(.unknownKey(code))])
    }

    @Test("4096 characters are a scan, one more is not, and the next scan is whole")
    func tooLong() {
        let longest = String(repeating: "7", count: ScanSettings.standard.longest)
        let found = KeyDecoder.decoding {
            $0.type(longest)
            $0.tap(Typist.enter)
            $0.type(longest + "89")
            $0.tap(Typist.enter)
            $0.type("42")
            $0.tap(Typist.enter)
        }
        #expect(found == [.text(longest), .discarded(.tooLong), .text("42")])
    }

    @Test("an unplugged scanner's partial scan is said, and only if there is one")
    func unplugged() {
        var decoder = KeyDecoder(settings: .standard)
        #expect(decoder.unplug() == nil)
        var typist = Typist()
        typist.type("890")
        #expect(decoder.feed(typist) == [])
        #expect(decoder.unplug() == .discarded(.unplugged))
        #expect(decoder.unplug() == nil)
    }
}
