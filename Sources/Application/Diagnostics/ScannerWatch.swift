package import Scanning

/// Turns what drivers tell into what a technician reads, scanner by scanner.
package struct ScannerWatch: Sendable {
    private let settings: ScanSettings
    private let layouts: @Sendable () -> [KeyTable]
    private let showsRaw: Bool
    private var scanners: [ScannerIdentity: Watched] = [:]

    /// What is known of one scanner.
    private struct Watched {
        var port: ScannerPort?
        var analyst: ScanAnalyst
        var writer = RecordingWriter()
        var isConnected = false
        /// The verdicts that were shown: all that is well is said once.
        var said: Set<String> = []
        /// The time of the event before, so that times of raw events begin anew with each watch.
        var rawStart: UInt64?
    }

    /// Prepares a watch; `layouts` are asked for where what is scanned makes no sense.
    package init(
        settings: ScanSettings, layouts: @escaping @Sendable () -> [KeyTable], showsRaw: Bool
    ) {
        self.settings = settings
        self.layouts = layouts
        self.showsRaw = showsRaw
    }

    /// Takes news in order; `time` is nanoseconds since the watch began.
    package mutating func take(_ news: ScannerNews, at time: UInt64) -> [WatchRow] {
        switch news {
        case .event(let event): take(event, at: time)
        case .trace(let trace): take(trace, at: time)
        }
    }

    private mutating func take(_ event: ScannerEvent, at time: UInt64) -> [WatchRow] {
        switch event {
        case .connected(let scanner):
            change(scanner) { $0.isConnected = true }
            return [WatchRow(time: time, scanner: scanner, .ready(scanners[scanner]?.port))]
        case .disconnected(let scanner):
            scanners[scanner] = nil
            return [WatchRow(time: time, scanner: scanner, .gone)]
        case .refused(let scanner, let reason):
            return [WatchRow(time: time, scanner: scanner, .refused(reason))]
        case .scanned(let scan):
            return report(on: .payload(scan.payload), scan.traits, scan.scanner, at: time)
        case .discarded(let scanner, let reason):
            return report(on: .discarded(reason), ScanTraits(), scanner, at: time)
        }
    }

    private mutating func report(
        on decoded: Decoded, _ traits: ScanTraits, _ scanner: ScannerIdentity, at time: UInt64
    ) -> [WatchRow] {
        var rows: [WatchRow] = []
        change(scanner) { watched in
            let report = watched.analyst.report(on: decoded, traits)
            let news = report.verdicts.filter { verdict in
                let isNew = watched.said.insert(Self.key(of: verdict)).inserted
                return isNew || verdict.weight == .wrong
            }
            rows = [WatchRow(time: time, scanner: scanner, .scan(report, news: news))]
        }
        return rows
    }

    private mutating func take(_ trace: ScannerTrace, at time: UInt64) -> [WatchRow] {
        let scanner: ScannerIdentity
        let what: RecordedEvent.What
        let moment: UInt64
        switch trace {
        case .opened(let port, _):
            open(port)
            return []
        case .closed: return []
        case .key(let identity, let event):
            (scanner, what, moment) = (identity, .init(event), event.time)
        case .held(let identity, let codes, let at):
            (scanner, what, moment) = (identity, .held(codes), at)
        case .report(let identity, let bytes, let at):
            (scanner, what, moment) = (identity, .report(bytes), at)
        case .bytes(let identity, let bytes, let at):
            (scanner, what, moment) = (identity, .bytes(bytes), at)
        }
        return see(what, of: scanner, at: moment, time)
    }

    private mutating func see(
        _ what: RecordedEvent.What, of scanner: ScannerIdentity, at moment: UInt64, _ time: UInt64
    ) -> [WatchRow] {
        var rows: [WatchRow] = []
        let showsRaw = showsRaw
        change(scanner) { watched in
            // What comes before it is ours was typed elsewhere too, and is no scan.
            guard watched.isConnected else { return }
            if showsRaw {
                let start = watched.rawStart ?? moment
                watched.rawStart = start
                let since = moment > start ? moment - start : 0
                let line = watched.writer.line(
                    of: RecordedEvent(microseconds: since / 1000, what))
                rows.append(
                    WatchRow(time: time, scanner: scanner, .raw(String(line.dropLast()))))
            }
            if let verdict = watched.analyst.see(what, at: moment) {
                rows.append(WatchRow(time: time, scanner: scanner, .afterwards(verdict)))
            }
        }
        return rows
    }

    private mutating func open(_ port: ScannerPort) {
        guard scanners[port.scanner]?.port == nil else { return }
        scanners[port.scanner] = Watched(
            port: port,
            analyst: ScanAnalyst(way: port.way, settings: settings, layouts: layouts))
    }

    /// Changes what is known of a scanner; one that no port was named for is taken for a keyboard.
    private mutating func change(_ scanner: ScannerIdentity, _ body: (inout Watched) -> Void) {
        var watched =
            scanners[scanner]
            ?? Watched(
                analyst: ScanAnalyst(way: .keyboard, settings: settings, layouts: layouts))
        body(&watched)
        scanners[scanner] = watched
    }

    /// What makes a verdict news: its kind, and for some what it names.
    private static func key(of verdict: ScanVerdict) -> String {
        switch verdict {
        case .terminator, .separator, .identifier, .layoutLooksLike: verdict.sentence
        default: verdict.word
        }
    }
}
