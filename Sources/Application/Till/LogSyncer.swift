import Linux
import Synchronization
package import SystemPackage

/// Waits for the disk on a thread of its own, so that the till goes on while it writes.
///
/// Everything that was wanted before a wait began is on the disk when it is over; what is wanted
/// meanwhile is waited for once more, together.
package final class LogSyncer: Sendable {
    /// How far it has come.
    struct News: Sendable {
        /// Everything up to this number has been waited for.
        var done = 0
        /// Why the disk may not have what was waited for last; nil when it has.
        var failure: String?
    }

    /// What both threads share.
    private final class Shared: Sendable {
        let flag: EventFlag
        /// Raised when a wait for the disk is over.
        let finished: EventFlag
        let state = Mutex((wanted: 0, news: News(), isStopping: false))

        init() throws(Errno) {
            flag = try EventFlag()
            finished = try EventFlag()
        }
    }

    private let shared: Shared
    private let worker: Worker

    /// Starts the thread: `sync` waits for the disk, `tell` hears that there are news.
    ///
    /// Throws when the process is out of descriptors or threads.
    package init(
        sync: @escaping @Sendable () throws -> Void, tell: @escaping @Sendable () -> Void
    ) throws(Errno) {
        let shared = try Shared()
        self.shared = shared
        worker = try Worker(name: "galla-sync") { Self.work(shared, sync, tell) }
    }

    /// Wants everything that has been committed on the disk; the number that the news will have.
    func want() -> Int {
        let number = shared.state.withLock { state in
            state.wanted += 1
            return state.wanted
        }
        shared.flag.raise()
        return number
    }

    /// How far it has come.
    var news: News { shared.state.withLock { $0.news } }

    /// Waits until everything up to a number has been waited for.
    func wait(for number: Int) {
        while news.done < number {
            shared.finished.wait()
            shared.finished.lower()
        }
    }

    /// Waits for what is wanted and ends the thread.
    package func finish() {
        shared.state.withLock { $0.isStopping = true }
        shared.flag.raise()
        worker.join()
    }

    private static func work(
        _ shared: Shared, _ sync: () throws -> Void, _ tell: () -> Void
    ) {
        while true {
            shared.flag.wait()
            shared.flag.lower()
            let (wanted, done, isStopping) = shared.state.withLock {
                ($0.wanted, $0.news.done, $0.isStopping)
            }
            if wanted > done {
                let failure: String?
                do {
                    try sync()
                    failure = nil
                } catch {
                    failure = "\(error)"
                }
                shared.state.withLock { $0.news = News(done: wanted, failure: failure) }
                shared.finished.raise()
                tell()
            }
            if isStopping { return }
        }
    }
}
