import Foundation
import Scanning

extension WatchRow {
    /// The row as one line of JSON.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(WatchRecord(self)), as: UTF8.self)
    }
}

/// The fields of a row as JSON; absent ones are left out.
private struct WatchRecord: Encodable {
    var event: String
    var milliseconds: Double
    var scanner: Scanner
    var way: String?
    var node: String?
    var reason: String?
    var text: String?
    var bytes: String?
    var aim: String?
    var characters: Int?
    var durationMs: Double?
    var longestPauseMs: Double?
    var terminator: String?
    var verdicts: [Verdict]?
    var raw: String?

    struct Scanner: Encodable {
        let name: String
        let port: String
        let serial: String?
        let vendor: String
        let product: String
        let lane: String?
    }

    struct Verdict: Encodable {
        let verdict: String
        let weight: String
        let text: String

        init(_ verdict: ScanVerdict) {
            self.verdict = verdict.word
            weight = verdict.weight.rawValue
            text = verdict.sentence
        }
    }

    init(_ row: WatchRow) {
        milliseconds = Self.milliseconds(row.time)
        scanner = Scanner(
            name: row.scanner.name, port: row.scanner.port, serial: row.scanner.serial,
            vendor: WatchRow.hexadecimal(row.scanner.vendor),
            product: WatchRow.hexadecimal(row.scanner.product), lane: row.scanner.lane)
        switch row.what {
        case .ready(let port):
            event = "ready"
            way = port?.way.rawValue
            node = port?.node
        case .gone: event = "gone"
        case .refused(let sentence):
            event = "refused"
            reason = sentence
        case .scan(let report, _):
            event = "scan"
            fill(from: report)
        case .afterwards(let verdict):
            event = "verdict"
            verdicts = [Verdict(verdict)]
        case .raw(let line):
            event = "raw"
            raw = line
        }
    }

    private mutating func fill(from report: ScanReport) {
        way = report.way.rawValue
        verdicts = report.verdicts.map(Verdict.init)
        switch report.decoded {
        case .discarded(let discard):
            event = "lost"
            reason = discard.word
        case .payload(let payload):
            text = report.text
            bytes = payload.map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
            aim = report.identifier
            characters = report.characters
            durationMs = Self.milliseconds(report.duration)
            longestPauseMs = Self.milliseconds(report.longestPause)
            terminator = report.terminator == nil ? "none" : WatchRow.ending(report.terminator)
        }
    }

    private static func milliseconds(_ nanoseconds: UInt64) -> Double {
        Double(nanoseconds / 1000) / 1000
    }
}
