import Linux
import Scanning
import Synchronization
import Till

/// How long scans took from the kernel's own time of their last event to the till's answer.
final class ScanStopwatch: Sendable {
    private let took = Mutex<[UInt64]>([])

    /// More are not kept: by then the figures say what there is to say.
    private static let most = 1_000_000

    /// Notes the scans of a batch whose answer has just been shown.
    func answered(_ batch: [TillEvent]) {
        let now = Clocks.monotonicNanoseconds()
        took.withLock { took in
            for case .scanner(.scanned(let scan)) in batch where took.count < Self.most {
                took.append(now > scan.finishedAt ? now - scan.finishedAt : 0)
            }
        }
    }

    /// The figures as one line; nil when nothing was scanned.
    var report: String? {
        guard let figures = Figures(took.withLock { $0 }) else { return nil }
        return "\(figures.count) scans, from the kernel's event to the answer: \(figures)"
    }
}
