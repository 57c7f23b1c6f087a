package import Scanning

/// Writes down what one scanner does: the one that sends first.
package struct ScanRecorder: Sendable {
    /// The recording so far, with what decoding found; nil before the first scanner has sent.
    package private(set) var recording: Recording?
    /// How many scans are in it, those that were thrown away not counted.
    package private(set) var scans = 0

    private let notes: [String]
    private let settings: [RecordedSetting]
    private var ports: [ScannerIdentity: ScannerPort] = [:]
    private var connected: Set<ScannerIdentity> = []
    private var writer = RecordingWriter()
    private var startedAt: UInt64 = 0

    /// Prepares to record; the notes and settings go into the head.
    package init(notes: [String], settings: [RecordedSetting]) {
        self.notes = notes
        self.settings = settings
    }

    /// Takes news in order; answers what has to be written behind what was written before.
    ///
    /// `now` is nanoseconds of the monotonic clock, for news without a time of its own.
    package mutating func take(_ news: ScannerNews, at now: UInt64) -> String {
        switch news {
        case .event(let event): take(event, at: now)
        case .trace(let trace): take(trace)
        }
    }

    private mutating func take(_ event: ScannerEvent, at now: UInt64) -> String {
        switch event {
        case .connected(let scanner):
            connected.insert(scanner)
            return isOurs(scanner) ? add(.plugged, at: now) : ""
        case .disconnected(let scanner):
            connected.remove(scanner)
            return isOurs(scanner) ? add(.unplugged, at: now) : ""
        case .scanned(let scan):
            guard isOurs(scan.scanner) else { return "" }
            scans += 1
            recording?.expected?.append(.scan(scan.payload))
        case .discarded(let scanner, let reason):
            if isOurs(scanner) { recording?.expected?.append(.discard(reason.word)) }
        case .refused: break
        }
        return ""
    }

    private mutating func take(_ trace: ScannerTrace) -> String {
        switch trace {
        case .opened(let port, _):
            ports[port.scanner] = port
            return ""
        case .closed: return ""
        case .key(let scanner, let event): return add(.init(event), of: scanner, at: event.time)
        case .held(let scanner, let codes, let at): return add(.held(codes), of: scanner, at: at)
        case .report(let scanner, let bytes, let at):
            return add(.report(bytes), of: scanner, at: at)
        case .bytes(let scanner, let bytes, let at): return add(.bytes(bytes), of: scanner, at: at)
        }
    }

    private func isOurs(_ scanner: ScannerIdentity) -> Bool { recording?.port.scanner == scanner }

    private mutating func add(
        _ what: RecordedEvent.What, of scanner: ScannerIdentity, at time: UInt64
    ) -> String {
        // What comes before it is ours was typed elsewhere too, and is no scan.
        guard connected.contains(scanner), let port = ports[scanner] else { return "" }
        guard recording != nil else {
            let begun = Recording(notes: notes, port: port, settings: settings, expected: [])
            recording = begun
            startedAt = time
            // Without what is to be expected, because that is not known yet.
            var head = begun
            head.expected = nil
            return writer.head(of: head) + add(.plugged, at: time) + add(what, at: time)
        }
        return isOurs(scanner) ? add(what, at: time) : ""
    }

    private mutating func add(_ what: RecordedEvent.What, at time: UInt64) -> String {
        let since = (time > startedAt ? time - startedAt : 0) / 1000
        let last = recording?.events.last?.microseconds ?? 0
        let event = RecordedEvent(microseconds: max(since, last), what)
        recording?.events.append(event)
        return writer.line(of: event)
    }
}
