import Scanning
import Synchronization
import System
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
        let sorted = took.withLock { $0.sorted() }
        guard let longest = sorted.last else { return nil }
        func rank(_ percent: Int) -> UInt64 { sorted[(sorted.count - 1) * percent / 100] }
        return "\(sorted.count) scans, from the kernel's event to the answer: "
            + "p50 \(rank(50) / 1000) µs, p99 \(rank(99) / 1000) µs, max \(longest / 1000) µs"
    }
}
