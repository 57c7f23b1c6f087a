import Glibc
package import Linux
package import SystemPackage

/// Writes text to a terminal, pipe or file, and can be stopped while the other side is stuck.
///
/// An output that is gone (closed terminal, broken pipe) is an answer, not an error: the program
/// goes on. It must ignore SIGPIPE. Texts of two threads at once may mix.
package final class TextOutput: Sendable {
    /// What became of a text.
    package enum Outcome: Hashable, Sendable {
        /// All of it was written.
        case written
        /// The stop flag came up first; a part may have been written.
        case stopped
        /// Nobody reads on the other side any more; a part may have been written.
        case gone
    }

    private let target: FileDescriptor
    // Kept open for as long as `target` is written to.
    private let reopened: OpenDescriptor?

    /// Writes to `descriptor`, which stays the caller's and must outlive this.
    ///
    /// A terminal is opened once more without blocking, because a terminal that is halted must
    /// not halt the program's end; where that is not permitted, writing may block.
    package init(_ descriptor: FileDescriptor) {
        guard isatty(descriptor.rawValue) == 1, let own = Self.reopen(descriptor) else {
            target = descriptor
            reopened = nil
            return
        }
        target = own.raw
        reopened = consume own
    }

    /// nil where it may not be opened.
    private static func reopen(_ terminal: FileDescriptor) -> OpenDescriptor? {
        // Somebody else's terminal (after su) is ours to use but not to open: it works as it is.
        try? OpenDescriptor(
            path: "/proc/self/fd/\(terminal.rawValue)", .writeOnly,
            options: [.nonBlocking, .init(rawValue: O_NOCTTY)])
    }

    /// Writes all of the text, waiting where need be until `stop` is raised.
    @discardableResult
    package func write(_ text: String, until stop: EventFlag? = nil) -> Outcome {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            do {
                let count = try unsafe bytes.withUnsafeBytes { buffer throws in
                    try unsafe target.write(buffer, retryOnInterrupt: true)
                }
                bytes = bytes.dropFirst(count)
            } catch {
                guard error as? Errno == .wouldBlock else { return .gone }
                guard hasRoom(target, until: stop) else { return .stopped }
            }
        }
        return .written
    }

    private func hasRoom(_ target: FileDescriptor, until stop: EventFlag?) -> Bool {
        do throws(Errno) {
            let ready = try Readiness.wait([(stop?.raw, .input), (target, .output)])
            return !ready[0]
        } catch {
            return false
        }
    }
}
