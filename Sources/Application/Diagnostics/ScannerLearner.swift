import Scanning

/// Finds the device that scans among all that could, persons' keyboards too.
package struct ScannerLearner: Sendable {
    private var ports: [ScannerIdentity: ScannerPort] = [:]
    private var judges: [ScannerIdentity: BurstJudge] = [:]
    /// Why devices could not be listened to, in the order of the news.
    package private(set) var refusals: [String] = []

    /// Makes a learner that has heard nothing.
    package init() {}

    /// How many devices are listened to.
    package var devices: Int { ports.count }

    /// Takes news in order; answers the scanner as soon as one has scanned.
    package mutating func take(_ news: ScannerNews) -> LearntScanner? {
        switch news {
        case .trace(.opened(let port, _)): ports[port.scanner] = port
        case .trace(.closed(let port, _)):
            ports[port.scanner] = nil
            judges[port.scanner] = nil
        case .trace(.key(let scanner, let event)): return judge(scanner) { $0.see(event) }
        case .event(.scanned(let scan)):
            // Whatever is no keyboard is no person either.
            guard let port = ports[scan.scanner], port.way != .keyboard else { return nil }
            return LearntScanner(
                port: port, characters: scan.traits.count,
                duration: scan.traits.finishedAt &- scan.traits.startedAt,
                hasTerminator: scan.traits.terminator != nil || port.way == .hidPOS)
        case .event(.refused(let scanner, let reason)):
            refusals.append("\(ShownPayload.text(of: Array(scanner.name.utf8))): \(reason)")
        case .trace(.held), .trace(.report), .trace(.bytes), .event(.connected),
            .event(.disconnected), .event(.discarded):
            break
        }
        return nil
    }

    /// When a burst without a terminator will have ended, in nanoseconds of the monotonic clock.
    package var deadline: UInt64? { judges.values.compactMap(\.deadline).min() }

    /// Answers the scanner whose burst has ended by silence.
    package mutating func expire(at now: UInt64) -> LearntScanner? {
        for scanner in Array(judges.keys) {
            if let learnt = judge(scanner, { $0.expire(at: now) }) { return learnt }
        }
        return nil
    }

    private mutating func judge(
        _ scanner: ScannerIdentity, _ look: (inout BurstJudge) -> BurstJudge.Burst?
    ) -> LearntScanner? {
        guard let port = ports[scanner],
            let burst = look(&judges[scanner, default: BurstJudge()])
        else { return nil }
        return LearntScanner(
            port: port, characters: burst.keys, duration: burst.duration,
            hasTerminator: burst.hasTerminator)
    }
}
