import Scanning
import Testing

/// What one scan tells of its scanner: the decoder's findings, explained.
struct ScanAnalystTests {
    /// What is said of what a keyboard scanner does.
    private static func verdicts(
        _ settings: ScanSettings = .standard, layouts: [KeyTable] = [.us, .frenchDigits],
        pace: UInt64 = Typist.millisecond, _ type: (inout Typist) -> Void
    ) -> [ScanVerdict] {
        var typist = Typist()
        type(&typist)
        var decoder = KeyDecoder(settings: settings)
        var analyst = ScanAnalyst(way: .keyboard, settings: settings, layouts: { layouts })
        var said: [ScanVerdict] = []
        for (index, event) in typist.events.enumerated() {
            // The typist's milliseconds, stretched to the pace that is wanted.
            let time = 5_000_000_000 + (event.time - 5_000_000_000) / Typist.millisecond * pace
            let stretched = InputEvent(
                type: event.type, code: event.code, value: event.value, time: time)
            if let late = analyst.see(.init(stretched), at: time) { said.append(late) }
            if let found = decoder.feed(stretched) {
                said += analyst.report(on: found, decoder.traits).verdicts
            }
            if index == typist.events.count - 1, let last = decoder.expire(at: .max) {
                said += analyst.report(on: last, decoder.traits).verdicts
            }
        }
        return said
    }

    private static let good = "4006381333931"

    @Test("a factory-fresh scanner is in keyboard mode, slower than HID-POS, and sends Enter")
    func factory() {
        let said = Self.verdicts(pace: 7_000_000) {
            $0.type(Self.good)
            $0.tap(Typist.enter)
        }
        // Twenty-six steps of 7 ms up to Enter: 182 ms for 13 characters, one report's 10 ms.
        #expect(
            said == [
                .keyboardMode(perCharacter: 14_000_000, timesFaster: 18),
                .terminator(.carriageReturn),
            ])
        #expect(
            said.map(\.sentence) == [
                "keyboard mode, 14 ms a character; HID-POS would be 18× faster",
                "sends Enter: accepted",
            ])
    }

    @Test("Tab is accepted, and so is an LF behind the CR")
    func terminators() {
        #expect(
            Self.verdicts {
                $0.type(Self.good)
                $0.tap(15)
            }.contains(.terminator(.tab)))
        for lineFeed in [false, true] {
            let said = Self.verdicts {
                for _ in 0..<2 {
                    $0.type(Self.good)
                    $0.tap(Typist.enter)
                    guard lineFeed else { continue }
                    $0.press(29)
                    $0.tap(36)
                    $0.release(29)
                }
            }
            #expect(said.count { $0 == .returnAndLineFeed } == (lineFeed ? 1 : 0))
        }
    }

    @Test("without a terminator the silence that ends a scan is named, or that nothing ends it")
    func silence() {
        var settings = ScanSettings.standard
        settings.silence = 100_000_000
        #expect(
            Self.verdicts(settings) { $0.type(Self.good) }.contains(.endedBySilence(100_000_000)))
        #expect(
            Self.verdicts { $0.type(Self.good) } == [.noTerminator(ScanSettings.standard.patience)])
    }

    @Test("a digit that was lost or misread is named, and nothing is said of a right one")
    func checkDigit() {
        let said = Self.verdicts {
            $0.type("4006381333932")
            $0.tap(Typist.enter)
        }
        #expect(said.first == .wrongCheckDigit(expected: 1, found: 2))
        #expect(
            !Self.verdicts {
                $0.type(Self.good)
                $0.tap(Typist.enter)
            }.contains { $0.weight == .wrong })
    }

    @Test("a scanner that types for a French machine is recognised by what its keys read there")
    func frenchScanner() {
        let said = Self.verdicts {
            $0.press(42)
            for digit in Self.good { $0.tap(USKeys.printable[digit]!.code) }
            $0.release(42)
            $0.tap(Typist.enter)
        }
        #expect(said.first == .layoutLooksLike(name: "fr", reads: Self.good))
    }

    @Test("a us scanner on a till that is set to fr is recognised too")
    func usScanner() {
        let said = Self.verdicts(ScanSettings(table: .frenchDigits)) {
            $0.type(Self.good)
            $0.tap(Typist.enter)
        }
        #expect(said.first == .layoutLooksLike(name: "us", reads: Self.good))
    }

    @Test("a layout is not guessed where the other one makes no sense either")
    func noGuess() {
        let said = Self.verdicts {
            $0.type("!@#$%")
            $0.tap(Typist.enter)
        }
        #expect(!said.contains { if case .layoutLooksLike = $0 { true } else { false } })
    }

    @Test("a key without a character is named when it comes; the layout when the scan has ended")
    func unknownKey() {
        let said = Self.verdicts(ScanSettings(table: .onlyLetters)) {
            $0.type(Self.good)
            $0.tap(Typist.enter)
            $0.type("abc")
            $0.tap(Typist.enter)
        }
        #expect(said.prefix(2) == [.unknownKey(5), .layoutLooksLike(name: "us", reads: Self.good)])
        #expect(said.count { $0.weight == .wrong } == 2)
    }

    @Test("F8 in a scan may be GS; named in the settings it is")
    func separatorKey() {
        let type = { (typist: inout Typist) in
            typist.type("]C1" + "10AB")
            typist.tap(66)
            typist.type("17261231")
            typist.tap(Typist.enter)
        }
        #expect(Self.verdicts(.standard, type).contains(.separatorKey(66)))
        var settings = ScanSettings.standard
        settings.separatorKeys = [66]
        let said = Self.verdicts(settings, type)
        #expect(said.contains(.separator(.setting)))
        #expect(said.contains(.identifier(code: "C1", symbol: "GS1-128")))
    }

    @Test("GS as Ctrl+] is accepted, and missing identifiers are named")
    func control() {
        let said = Self.verdicts {
            $0.type("10AB")
            $0.press(29)
            $0.tap(27)
            $0.release(29)
            $0.type("21X")
            $0.tap(Typist.enter)
        }
        #expect(said.contains(.separator(.control)))
        #expect(said.contains(.noIdentifier))
    }

    @Test("the text <GS> without a setting is named")
    func separatorText() {
        #expect(
            Self.verdicts {
                $0.type("10AB<GS>21X")
                $0.tap(Typist.enter)
            }.contains(.separatorText))
    }

    @Test("a scanner that waits between characters is told so")
    func slow() {
        let said = Self.verdicts(pace: 25_000_000) {
            $0.type(Self.good)
            $0.tap(Typist.enter)
        }
        #expect(said.contains(.slow(perCharacter: 50_000_000)))
    }

    @Test("repeats, lost events, and CapsLock of the scanner's own are named")
    func troubles() {
        #expect(
            Self.verdicts {
                $0.press(2)
                $0.hold(2)
                $0.release(2)
                $0.tap(Typist.enter)
            }.contains(.keysRepeated))
        #expect(
            Self.verdicts {
                $0.type("12")
                $0.overflow()
            } == [.eventsLost])
        #expect(
            Self.verdicts {
                $0.tap(58)
                $0.type("bill-1")
                $0.tap(58)
                $0.tap(Typist.enter)
            }.contains(.capsLockCounted))
        #expect(
            Self.verdicts {
                $0.type("bill-2601000001")
                $0.tap(Typist.enter)
            }.first == .caseLooksInverted)
    }

    @Test("what is wrong stands first, and every verdict has a sentence")
    func order() {
        let said = Self.verdicts(pace: 20_000_000) {
            $0.type("4006381333932")
            $0.tap(Typist.enter)
        }
        #expect(said.map(\.weight) == [.wrong, .advice, .advice, .good])
        #expect(said.allSatisfy { !$0.sentence.isEmpty && !$0.word.isEmpty })
    }

    @Test("times are told as people say them")
    func times() {
        #expect(ScanVerdict.milliseconds(14_000_000) == "14 ms")
        #expect(ScanVerdict.milliseconds(1_420_000) == "1.4 ms")
        #expect(ScanVerdict.milliseconds(960_000) == "1 ms")
        #expect(ScanVerdict.milliseconds(0) == "0 ms")
        #expect(ScanVerdict.milliseconds(1_000_000_000) == "1000 ms")
    }

    @Test("a payload is shown with GS visible and nothing that moves a cursor")
    func shown() {
        #expect(ShownPayload.text(of: Array("10AB\u{1D}21X".utf8)) == "10AB␝21X")
        #expect(ShownPayload.text(of: [0x1B, 0x41, 0x7F]) == "␛A␡")
        #expect(ShownPayload.text(of: [0x41, 0xFF]) == "A\\xff")
        #expect(ShownPayload.text(of: Array("a\u{202E}b\u{9B}".utf8)) == "a\\u{202e}b\\u{9b}")
        #expect(ShownPayload.text(of: Array("é₹".utf8)) == "é₹")
    }
}
