import Diagnostics
import Foundation
import Scanning
import Testing

/// What a technician reads of a scanner, shown for recordings.
struct ScannerWatchTests {
    private static func rows(
        _ name: String, raw: Bool = false, layouts: [KeyTable] = [.us]
    ) throws -> [WatchRow] {
        let fixture = try Fixture.named(name)
        var watch = ScannerWatch(
            settings: try fixture.settings(), layouts: { layouts }, showsRaw: raw)
        var rows: [WatchRow] = []
        try fixture.play { trace, event in
            if let trace { rows += watch.take(.trace(trace), at: 1_234_000_000) }
            if let event { rows += watch.take(.event(event), at: 1_234_000_000) }
        }
        return rows
    }

    @Test("a scan is shown with its pace and its end, and what is well is said once")
    func factory() throws {
        let lines = try Self.rows("us-enter").flatMap(\.lines)
        #expect(
            lines == [
                "    1.234  ready    Example Bar Code Scanner   keyboard, port 1-1.3, 05e0:1200, "
                    + "/dev/input/event5",
                "    1.234  scan     4006381333931   Example Bar Code Scanner",
                "                    13 characters in 104 ms, 8 ms each, longest pause 8 ms, Enter",
                "                    → keyboard mode, 8 ms a character; HID-POS would be 10× faster",
                "                    ✓ sends Enter: accepted",
                "    1.234  scan     8904512000508   Example Bar Code Scanner",
                "                    13 characters in 104 ms, 8 ms each, longest pause 8 ms, Enter",
            ])
    }

    @Test(
        "each behaviour has its verdict",
        arguments: [
            ("us-scanner-french-till", "layout-looks-like"),
            ("capslock-inverted", "case-corrected"), ("alt-numpad-gs", "separator"),
            ("control-gs", "separator"), ("f8-gs", "separator"),
            ("no-terminator", "ended-by-silence"), ("tab", "terminator"),
            ("cr-lf", "terminator"), ("key-repeat", "keys-repeated"),
            ("syn-dropped", "events-lost"), ("unplugged-mid-scan", "unplugged"),
            ("slow-50-ms", "slow"), ("dropped-key", "wrong-check-digit"),
            ("stops-in-the-middle", "no-terminator"), ("serial-gs", "serial-mode"),
            ("hid-pos", "hid-pos-mode"), ("hid-pos", "identifier"),
            ("hid-pos-unplugged", "unplugged"), ("us-enter", "keyboard-mode"),
        ])
    func verdicts(name: String, word: String) throws {
        let words = try Self.rows(name).flatMap { row -> [String] in
            switch row.what {
            case .scan(let report, _): report.verdicts.map(\.word)
            case .afterwards(let verdict): [verdict.word]
            case .ready, .gone, .refused, .raw: []
            }
        }
        #expect(words.contains(word), "\(words)")
    }

    @Test(
        "nothing is wrong with a scanner that is set well",
        arguments: [
            "us-enter", "tab", "cr-lf", "french-scanner", "german-dead-keys", "control-gs",
            "hid-pos", "serial-gs",
        ])
    func nothingWrong(name: String) throws {
        for row in try Self.rows(name) {
            guard case .scan(let report, _) = row.what else { continue }
            #expect(!report.verdicts.contains { $0.weight == .wrong }, "\(report.verdicts)")
        }
    }

    @Test("the pause between two scans is no pause within one")
    func pauses() throws {
        for row in try Self.rows("cr-lf") {
            guard case .scan(let report, _) = row.what else { continue }
            #expect(report.longestPause == 8_000_000)
            #expect(report.duration == 104_000_000)
        }
    }

    @Test("raw events are the lines of a recording")
    func raw() throws {
        let raw = try Self.rows("us-enter", raw: true).compactMap { row in
            if case .raw(let line) = row.what { line } else { nil }
        }
        let file = try Fixture.named("us-enter").recording().text
        // The first event's time counts from the watch's own beginning.
        #expect(raw.first == "+0.000 down 5  # 4")
        let events = file.split(separator: "\n").drop { $0 != "events" }.dropFirst(2).map(
            String.init)
        #expect(raw.dropFirst() == events.dropFirst())
    }

    @Test("JSON has a line for each row, with the bytes as they are")
    func json() throws {
        let rows = try Self.rows("control-gs")
        let lines = try rows.map { try $0.json() }
        #expect(lines.allSatisfy { !$0.contains("\n") })
        let scan = try #require(lines.first { $0.contains("\"event\":\"scan\"") })
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(scan.utf8)) as? [String: Any])
        #expect(object["aim"] as? String == "]C1")
        #expect(object["text"] as? String == "10B7␝21X9")
        #expect(object["bytes"] as? String == "5d433131304237" + "1d" + "32315839")
        #expect(object["terminator"] as? String == "Enter")
        #expect((object["scanner"] as? [String: Any])?["vendor"] as? String == "05e0")
        #expect((object["verdicts"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test("a hostile name cannot move a cursor")
    func hostileName() {
        let scanner = ScannerIdentity(
            port: "1-1", serial: "\u{1B}[2J", vendor: 1, product: 2,
            name: "a\u{1B}]0;x\u{7}\u{202E}")
        let rows = [
            WatchRow(time: 0, scanner: scanner, .gone),
            WatchRow(time: 0, scanner: scanner, .ready(nil)),
        ]
        let text = rows.flatMap(\.lines).joined()
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
}
