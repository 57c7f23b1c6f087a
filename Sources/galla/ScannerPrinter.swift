import Diagnostics
import Scanning
import Settings
import SystemPackage
import Terminal

/// Shows what scanners do on stdout, as text or as lines of JSON.
struct ScannerPrinter {
    private var watch: ScannerWatch
    private let asJSON: Bool
    private let output = TextOutput(.standardOutput)
    /// How many scans have been shown, those that were thrown away not counted.
    private(set) var scans = 0

    init(settings: ScanSettings, showsRaw: Bool, asJSON: Bool) {
        watch = ScannerWatch(
            settings: settings, layouts: { KnownLayouts.tables }, showsRaw: showsRaw)
        self.asJSON = asJSON
    }

    /// Shows one piece of news; false when nobody reads any more.
    mutating func show(_ news: ScannerNews, at time: UInt64) throws(Failure) -> Bool {
        for row in watch.take(news, at: time) {
            if case .scan(let report, _) = row.what, case .payload = report.decoded { scans += 1 }
            let lines = asJSON ? [try json(of: row)] : row.lines
            let text = lines.map { $0 + "\n" }.joined()
            guard output.write(text) == .written else { return false }
        }
        return true
    }

    private func json(of row: WatchRow) throws(Failure) -> String {
        do {
            return try row.json()
        } catch {
            throw .failed(error)
        }
    }
}
