import Scanning
import Seeds
import Testing

/// The text form of recordings, as `docs/recordings.md` describes it.
struct RecordingFormatTests {
    private static let example = """
        galla recording 1
        # The counter's left scanner, after the change of its cable.
        #
        way keyboard
        name "Symbol \\"Bar Code\\" Scanner"   # as the kernel says it
        vendor 05e0
        product 1200
        port "1-1.3"
        keys 2-11 28 42

        set layout = "fr"  # comments are the settings' affair
        expect scan "1\\x1d2"
        expect discard events-lost

        events
        +0.000 plugged
        +1.5 down 2   # 1
        +0 sync
        +8 up 2
        +10.001 dropped
        +0 held 42 2
        +1 input 4 4 458782
        +0 repeat 2
        +0 unplugged
        """

    @Test("the example of the document says what the document says")
    func reads() throws {
        let recording = try Recording(text: Array(Self.example.utf8))
        #expect(
            recording.notes == ["The counter's left scanner, after the change of its cable.", ""])
        #expect(recording.port.scanner.name == "Symbol \"Bar Code\" Scanner")
        #expect(recording.port.scanner.vendor == 0x05E0)
        #expect(recording.port.scanner.product == 0x1200)
        #expect(recording.port.scanner.serial == nil)
        #expect(recording.port.detail == .keys(Array(2...11) + [28, 42]))
        #expect(
            recording.settings == [
                RecordedSetting(
                    key: "layout", value: "\"fr\"  # comments are the settings' affair")
            ])
        #expect(recording.expected == [.scan([0x31, 0x1D, 0x32]), .discard("events-lost")])
        #expect(
            recording.events == [
                RecordedEvent(microseconds: 0, .plugged),
                RecordedEvent(microseconds: 1500, .down(2)),
                RecordedEvent(microseconds: 1500, .synchronised),
                RecordedEvent(microseconds: 9500, .up(2)),
                RecordedEvent(microseconds: 19_501, .overflow),
                RecordedEvent(microseconds: 19_501, .held([42, 2])),
                RecordedEvent(microseconds: 20_501, .input(type: 4, code: 4, value: 458_782)),
                RecordedEvent(microseconds: 20_501, .input(type: 1, code: 2, value: 2)),
                RecordedEvent(microseconds: 20_501, .unplugged),
            ])
    }

    @Test("line ends of another system change nothing")
    func carriageReturns() throws {
        let text = Self.example.split(separator: "\n", omittingEmptySubsequences: false)
        let other = try Recording(text: Array(text.joined(separator: "\r\n").utf8))
        #expect(try Recording(text: Array(Self.example.utf8)) == other)
    }

    @Test(
        "a bad file is refused with the line to look at",
        arguments: [
            ("", 1, "begins with the line"),
            ("galla recording 2\n", 1, "begins with the line"),
            ("galla recording 1\n", 2, "events"),
            ("galla recording 1\nway keyboard\nname \"a\"\nevents\n", 5, "way, name and port"),
            ("galla recording 1\nway mouse\n", 2, "way is one of keyboard, serial, hid-pos"),
            ("galla recording 1\nway keyboard\nway keyboard\n", 3, "second time"),
            ("galla recording 1\nname Symbol\n", 2, "name is a text in quotes"),
            ("galla recording 1\nname \"Symbol\n", 2, "closing quote"),
            ("galla recording 1\nname \"\\q\"\n", 2, "after a backslash"),
            ("galla recording 1\nname \"\\xfg\"\n", 2, "after a backslash"),
            ("galla recording 1\nname \"\u{1}\"\n", 2, "control byte"),
            ("galla recording 1\nname \"\\xff\"\n", 2, "name is a text"),
            ("galla recording 1\nvendor 5e0\n", 2, "four hexadecimal digits"),
            ("galla recording 1\nkeys 11-2\n", 2, "ascending"),
            ("galla recording 1\nkeys 2 2\n", 2, "ascending"),
            ("galla recording 1\nkeys 800\n", 2, "ascending"),
            ("galla recording 1\nset layout fr\n", 2, "set KEY"),
            ("galla recording 1\nset layout =\n", 2, "set KEY"),
            ("galla recording 1\nset a b = 1\n", 2, "set KEY"),
            ("galla recording 1\nset a = 1\nset a = 2\n", 3, "second time"),
            ("galla recording 1\nexpect scan\n", 2, "expect scan"),
            ("galla recording 1\nexpect nothing\nexpect scan \"1\"\n", 3, "nothing was expected"),
            ("galla recording 1\ncolour red\n", 2, "colour is no word"),
            ("galla recording 1\n\"way\" keyboard\n", 2, "begins with a word"),
            ("galla recording 1\nwäy keyboard\n", 2, "no word"),
        ])
    func refusesHeads(text: String, line: Int, part: String) {
        let error = #expect(throws: RecordingError.self) { try Recording(text: Array(text.utf8)) }
        #expect(error?.line == line)
        #expect(error?.sentence.contains(part) == true, "\(error?.sentence ?? "")")
    }

    @Test(
        "a bad event is refused with its line",
        arguments: [
            ("down 2", "time"), ("+1", "time"), ("1 down 2", "no time"),
            ("+1.2345 sync", "no time"),
            ("+-1 sync", "no time"), ("+. sync", "no time"), ("+1. sync", "no time"),
            ("+12345678901 sync", "no time"), ("+1 down", "code of one key"),
            ("+1 down 2 3", "code of one key"), ("+1 down 768", "code of one key"),
            ("+1 down -1", "code of one key"), ("+1 hold 3", "hold is no event"),
            ("+1 sync 2", "nothing stands behind"), ("+1 held a", "codes of keys"),
            ("+1 input 1 2", "type, code and value"), ("+1 input 1 2 99999999999", "type, code"),
            ("+1 report 1", "two hexadecimal digits"), ("+1 bytes 0x38", "two hexadecimal digits"),
            ("+1 bytes \"38\"", "an event is a time"),
        ])
    func refusesEvents(line: String, part: String) {
        let text =
            "galla recording 1\nway keyboard\nname \"a\"\nport \"1-1\"\nevents\n+0 plugged\n" + line
        let error = #expect(throws: RecordingError.self) { try Recording(text: Array(text.utf8)) }
        #expect(error?.line == 7)
        #expect(error?.sentence.contains(part) == true, "\(error?.sentence ?? "")")
    }

    @Test("what belongs to another way in is refused")
    func refusesForeignDetail() {
        for (way, detail) in [
            ("keyboard", "line \"9600 8N1\""), ("serial", "keys 2-11"), ("hid-pos", "keys 2-11"),
            ("hid-pos", ""),
        ] {
            let text =
                "galla recording 1\nway \(way)\nname \"a\"\nport \"1-1\"\n\(detail)\nevents\n"
            #expect(throws: RecordingError.self) { try Recording(text: Array(text.utf8)) }
        }
    }

    @Test("what was written reads back as it was, whatever it was", arguments: [UInt64](1...8))
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let recording = RandomRecording.make(using: &random)
            let text = recording.text
            #expect(try Recording(text: Array(text.utf8)) == recording, "seed \(seed)\n\(text)")
        }
    }

    @Test("cutting a file anywhere gives a recording or a refusal with a line, never anything else")
    func everyPrefix() {
        let text = Array(Self.example.utf8)
        let lines = text.count(where: { $0 == 0x0A }) + 1
        for length in 0...text.count {
            do throws(RecordingError) {
                _ = try Recording(text: Array(text[..<length]))
            } catch {
                #expect((1...lines).contains(error.line))
            }
        }
    }
}
