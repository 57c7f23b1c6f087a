import LineMode
import Scanning
import Synchronization

/// Counts what a till does, for those who watch it from outside; counts start at zero with the process.
package final class TillTally: Sendable {
    /// What has been counted.
    package struct Counts: Hashable, Sendable {
        /// Scans taken up, of whatever scanner.
        package var scans = 0
        /// Answers that refused something a person or a scanner wanted.
        package var refusals = 0
        /// Requests of other programs that were refused.
        package var refusedRequests = 0
        /// Steps that the books took.
        package var commits = 0
        /// Steps that they did not take; nothing of them was left.
        package var failedCommits = 0
        /// Whether the last step was one of these.
        package var hasJustFailed = false
        /// What is wrong with the shop's backups; nil where nothing is known to be.
        package var backupTrouble: String?
        /// From taking a batch up until its answers were shown.
        package var answers = Latencies()
    }

    private let counted = Mutex(Counts())

    /// Begins at zero.
    package init() {}

    /// What has been counted so far.
    package var counts: Counts { counted.withLock { $0 } }

    func note(_ batch: [TillEvent], _ effects: [TillEffect], wasWritten: Bool?, took: Duration) {
        counted.withLock { counts in
            for case .scanner(.scanned(_)) in batch { counts.scans += 1 }
            for case .backups(let trouble) in batch { counts.backupTrouble = trouble }
            for effect in effects {
                switch effect {
                case .show(let rows):
                    counts.refusals += rows.count { $0.tone == .refusal }
                case .reply(.refused, to: _): counts.refusedRequests += 1
                case .reply, .print, .openDrawer, .setTimer, .checkPIN, .stop: break
                }
            }
            switch wasWritten {
            case true?: counts.commits += 1
            case false?: counts.failedCommits += 1
            case nil: break
            }
            if let wasWritten { counts.hasJustFailed = !wasWritten }
            counts.answers.note(took)
        }
    }
}

/// How long something took, counted in classes.
package struct Latencies: Hashable, Sendable {
    /// The upper bounds of the classes in seconds; the last class has none.
    package static let bounds = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5,
    ]

    /// How many fell into each class; one more than there are bounds.
    package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    /// All of it together, in seconds.
    package private(set) var sum = 0.0

    /// Counts nothing yet.
    package init() {}

    /// Counts one.
    package mutating func note(_ time: Duration) {
        let seconds = time / .seconds(1)
        let index = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        counts[index] += 1
        sum += seconds
    }
}
