import Synchronization
import SystemPackage

/// Hands one descriptor from a thread that waits for it to one that waits for a limited time.
final class Turnstile: Sendable {
    private let arrived: EventFlag
    private let passage = Mutex(Passage())

    private struct Passage: ~Copyable {
        var file: OpenDescriptor?
        var isClosed = false
    }

    init() throws(Errno) {
        arrived = try EventFlag()
    }

    /// Leaves the descriptor for the other side; if nobody waits any more, it is closed.
    func offer(_ file: consuming OpenDescriptor) {
        var file: OpenDescriptor? = file
        passage.withLock { passage in
            guard !passage.isClosed else { return }
            passage.file = file.take()
        }
        arrived.raise()
    }

    /// Waits for the descriptor; nil when the time is over, and then nothing passes any more.
    func take(milliseconds: Int32) -> OpenDescriptor? {
        arrived.wait(milliseconds: milliseconds)
        var file: OpenDescriptor?
        passage.withLock { passage in
            passage.isClosed = true
            file = passage.file.take()
        }
        return file
    }
}
