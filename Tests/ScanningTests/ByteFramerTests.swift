import Scanning
import Testing

@Suite("Bytes of a serial scanner become scans")
struct ByteFramerTests {
    private static let second: UInt64 = 1_000_000_000

    /// Feeds texts one after the other, `pause` nanoseconds apart; what is left is expired late.
    private func framing(
        _ chunks: [String], pause: UInt64 = 1_000_000,
        _ change: (inout ScanSettings) -> Void = { _ in }
    ) -> [Decoded] {
        var settings = ScanSettings.standard
        change(&settings)
        var framer = ByteFramer(settings: settings)
        var found: [Decoded] = []
        var time = 5 * Self.second
        for chunk in chunks {
            framer.feed(chunk.utf8, at: time) { found.append($0) }
            time += pause
        }
        if let last = framer.expire(at: time + 10 * Self.second) { found.append(last) }
        return found
    }

    @Test(
        "CR, LF, both as one and Tab end a scan",
        arguments: ["\r", "\n", "\r\n", "\t", "\r\n\r\n", "\n\r"])
    func terminators(_ end: String) {
        #expect(framing(["42" + end + "7" + end]) == [.text("42"), .text("7")])
    }

    @Test("CR and LF in two reads are one end too")
    func splitEnd() {
        #expect(framing(["42\r", "\n7\r", "\n"]) == [.text("42"), .text("7")])
        let found = framing(["42\r", "\n7\r", "\n"]) { $0.terminators = .carriageReturn }
        #expect(found == [.text("42"), .text("7")])
    }

    @Test("a Tab is part of a code where only Enter ends one")
    func tabInside() {
        #expect(framing(["4\t2\r"]) { $0.terminators = .enter } == [.text("4\t2")])
    }

    @Test("a code in as many reads as it has bytes is one scan")
    func piecemeal() {
        #expect(framing("8901234567890\r".map(String.init)) == [.text("8901234567890")])
    }

    @Test("without a terminator the silence ends a scan, and what follows is the next one")
    func silence() {
        let found = framing(["890", "1234"], pause: ScanSettings.usualSilence + 1) {
            $0.silence = ScanSettings.usualSilence
        }
        #expect(found == [.text("890"), .text("1234")])
        let whole = framing(["890", "1234"], pause: ScanSettings.usualSilence) {
            $0.silence = ScanSettings.usualSilence
        }
        #expect(whole == [.text("8901234")])
    }

    @Test("with a terminator a silence of more than a second drops the part, and says so")
    func tooOld() {
        #expect(
            framing(["890", "42\r"], pause: Self.second + 1) == [
                .discarded(.timedOut), .text("42"),
            ])
    }

    @Test("prefix and suffix are taken off where they are, and nowhere else")
    func affixes() {
        let found = framing(["\u{2}89\u{3}\r", "89\r", "\u{2}\u{2}8\u{3}9\r", "\u{2}\u{3}\r"]) {
            $0.prefix = [2]
            $0.suffix = [3]
        }
        #expect(found == [.text("89"), .text("89"), .text("\u{2}8\u{3}9")])
    }

    @Test("texts that stand for GS become one")
    func separatorTexts() {
        let found = framing(["]C110A<GS>21B{GS}<G\r"]) {
            $0.separatorTexts = [Array("<GS>".utf8), Array("{GS}".utf8)]
        }
        #expect(found == [.text("]C110A\u{1D}21B\u{1D}<G")])
    }

    @Test("the longest scan is whole, one byte more is dropped, and the next one is whole")
    func tooLong() {
        let longest = String(repeating: "7", count: 4096)
        #expect(
            framing([longest + "\r", longest + "89\r", "42\r"]) == [
                .text(longest), .discarded(.tooLong), .text("42"),
            ])
    }

    @Test("bytes lost on the line spoil their scan and no other")
    func lost() {
        var framer = ByteFramer(settings: .standard)
        var found: [Decoded] = []
        framer.feed("89".utf8, at: 1) { found.append($0) }
        found.append(framer.lose(at: 2))
        framer.feed("01\r42\r".utf8, at: 3) { found.append($0) }
        #expect(found == [.discarded(.eventsLost), .text("42")])
    }

    @Test("a part is dropped and said when the cable goes; a whole report needs no end")
    func ends() {
        var framer = ByteFramer(settings: .standard)
        framer.feed("89".utf8, at: 1) { _ in }
        #expect(framer.unplug() == .discarded(.unplugged))
        framer.feed("42".utf8, at: 2) { _ in }
        #expect(framer.end() == .text("42"))
        #expect(framer.end() == nil && framer.unplug() == nil)
    }

    @Test("how a scan arrived is told: its times, its longest pause, what ended it")
    func traits() {
        var framer = ByteFramer(settings: .standard)
        framer.feed("8".utf8, at: 100) { _ in }
        framer.feed("9".utf8, at: 400) { _ in }
        framer.feed("01\t".utf8, at: 500) { _ in }
        let traits = framer.traits
        #expect(traits.startedAt == 100 && traits.finishedAt == 500)
        #expect(traits.longestPause == 300 && traits.count == 4 && traits.terminator == .tab)
    }
}
