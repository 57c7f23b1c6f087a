import Scanning

extension WatchRow {
    /// The lines for a person, the first with the time in seconds.
    package var lines: [String] {
        switch what {
        case .ready(let port):
            [line("ready", name + "   " + Self.facts(scanner, port))]
        case .gone: [line("gone", "\(name)   port \(scanner.port)")]
        case .refused(let reason): [line("refused", "\(name)   \(reason)")]
        case .scan(let report, let news):
            Self.scanLines(report, self) + news.map { Self.verdictLine($0) }
        case .afterwards(let verdict): [Self.verdictLine(verdict)]
        case .raw(let text): [line("raw", text)]
        }
    }

    private var name: String { ShownPayload.text(of: Array(scanner.label.utf8)) }

    private func line(_ word: String, _ rest: String) -> String {
        let tenths = String(time / 1_000_000)
        let padded = String(repeating: "0", count: max(0, 4 - tenths.count)) + tenths
        let seconds = "\(padded.dropLast(3)).\(padded.suffix(3))"
        let stamp = String(repeating: " ", count: max(0, 9 - seconds.count)) + seconds
        return stamp + "  " + word + String(repeating: " ", count: max(1, 9 - word.count)) + rest
    }

    private static let indent = String(repeating: " ", count: 20)

    private static func facts(_ scanner: ScannerIdentity, _ port: ScannerPort?) -> String {
        var facts = [port?.way.rawValue, "port \(scanner.port)"].compactMap { $0 }
        if scanner.vendor != 0 {
            facts.append(hexadecimal(scanner.vendor) + ":" + hexadecimal(scanner.product))
        }
        if let serial = scanner.serial {
            facts.append("serial " + ShownPayload.text(of: Array(serial.utf8)))
        }
        if let node = port?.node, !node.isEmpty { facts.append(node) }
        return facts.joined(separator: ", ")
    }

    private static func scanLines(_ report: ScanReport, _ row: WatchRow) -> [String] {
        switch report.decoded {
        case .payload:
            [
                row.line("scan", report.text + "   " + row.name),
                indent + figures(report),
            ]
        case .discarded(let reason):
            [row.line("lost", "part of a scan, \(reason.word)   " + row.name)]
        }
    }

    private static func figures(_ report: ScanReport) -> String {
        var facts = [
            "\(report.characters) characters in \(ScanVerdict.milliseconds(report.duration))"
        ]
        if report.characters > 1, report.way == .keyboard {
            facts.append("\(ScanVerdict.milliseconds(report.perCharacter)) each")
            facts.append("longest pause \(ScanVerdict.milliseconds(report.longestPause))")
        }
        facts.append(
            report.way == .hidPOS && report.terminator == nil
                ? "whole by its report" : ending(report.terminator))
        if let identifier = report.identifier { facts.append("AIM \(identifier)") }
        return facts.joined(separator: ", ")
    }

    static func ending(_ terminator: Terminators?) -> String {
        switch terminator {
        case nil: "no terminator"
        case .some(.carriageReturn): "Enter"
        case .some(.lineFeed): "LF"
        case .some(.tab): "Tab"
        case .some: "terminator"
        }
    }

    private static func verdictLine(_ verdict: ScanVerdict) -> String {
        let mark =
            switch verdict.weight {
            case .good: "✓"
            case .advice: "→"
            case .wrong: "✗"
            }
        return "\(indent)\(mark) \(verdict.sentence)"
    }

    static func hexadecimal(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
