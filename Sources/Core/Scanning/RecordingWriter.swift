/// Writes a recording's text, piece by piece, so that it can go to a file while it happens.
package struct RecordingWriter: Sendable {
    private var lastMicroseconds: UInt64 = 0

    /// Makes a writer that has written no event yet.
    package init() {}

    /// Everything before the first event, with line ends.
    package func head(of recording: Recording) -> String {
        var lines = ["galla recording 1"]
        lines += recording.notes.map { $0.isEmpty ? "#" : "# \($0)" }
        lines.append("")
        lines += Self.lines(of: recording.port)
        lines += recording.settings.map { "set \($0.key) = \($0.value)" }
        if let expected = recording.expected {
            lines += expected.isEmpty ? ["expect nothing"] : expected.map(Self.line)
        }
        lines += ["", "events"]
        return lines.map { $0 + "\n" }.joined()
    }

    /// The line of the next event, with its end.
    ///
    /// Its time must not be before the last one's; an earlier one is written as the same moment.
    package mutating func line(of event: RecordedEvent) -> String {
        let now = max(event.microseconds, lastMicroseconds)
        let delay = now - lastMicroseconds
        lastMicroseconds = now
        let thousandths = String(delay % 1000)
        let time =
            "+\(delay / 1000)."
            + String(repeating: "0", count: 3 - thousandths.count) + thousandths
        return "\(time) \(Self.words(of: event.what))\n"
    }

    private static func lines(of port: ScannerPort) -> [String] {
        let scanner = port.scanner
        var lines = [
            "way \(port.way.rawValue)", "name \(quoted(scanner.name))",
            "vendor \(Hexadecimal.text(of: scanner.vendor))",
            "product \(Hexadecimal.text(of: scanner.product))",
        ]
        if let serial = scanner.serial { lines.append("serial \(quoted(serial))") }
        lines += ["port \(quoted(scanner.port))", "node \(quoted(port.node))"]
        if let lane = scanner.lane { lines.append("lane \(quoted(lane))") }
        return lines + [line(of: port.detail)]
    }

    private static func line(of detail: ScannerPort.Detail) -> String {
        switch detail {
        case .keys(let codes): (["keys"] + KeyRanges.words(of: codes)).joined(separator: " ")
        case .line(let text): "line \(quoted(text))"
        case .descriptor(let bytes): "descriptor " + Hexadecimal.text(of: bytes)
        }
    }

    private static func line(of outcome: ExpectedOutcome) -> String {
        switch outcome {
        case .scan(let bytes): "expect scan \(quoted(bytes))"
        case .discard(let word): "expect discard \(word)"
        }
    }

    private static func words(of what: RecordedEvent.What) -> String {
        switch what {
        case .plugged: "plugged"
        case .unplugged: "unplugged"
        case .overflow: "dropped"
        case .synchronised: "sync"
        case .input(InputEvent.key, let code, 1): "down \(code)" + comment(KeyName.name(of: code))
        case .input(InputEvent.key, let code, 0): "up \(code)" + comment(KeyName.name(of: code))
        case .input(InputEvent.key, let code, 2):
            "repeat \(code)" + comment(KeyName.name(of: code))
        case .input(let type, let code, let value): "input \(type) \(code) \(value)"
        case .held(let codes): (["held"] + codes.map(String.init)).joined(separator: " ")
        case .report(let bytes): "report " + Hexadecimal.text(of: bytes)
        case .bytes(let bytes):
            "bytes " + Hexadecimal.text(of: bytes) + comment(EscapedBytes.text(of: bytes))
        }
    }

    private static func comment(_ text: String?) -> String {
        text.map { "  # \($0)" } ?? ""
    }

    private static func quoted(_ text: String) -> String { quoted(Array(text.utf8)) }

    private static func quoted(_ bytes: [UInt8]) -> String {
        QuotedBytes.text(of: bytes, escape: "\\x")
    }
}

extension Recording {
    /// The whole recording as text.
    package var text: String {
        var writer = RecordingWriter()
        return events.reduce(into: writer.head(of: self)) { $0 += writer.line(of: $1) }
    }
}
