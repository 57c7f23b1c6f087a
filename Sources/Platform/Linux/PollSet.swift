import Glibc
package import SystemPackage

/// Descriptors to wait for at once, each for input or for room (poll): for lists that keep changing.
package struct PollSet {
    private var entries: [pollfd] = []

    /// What is waited for at a descriptor.
    package enum Side: Hashable, Sendable {
        /// Something to read, or its end.
        case input
        /// Room to write.
        case room
        /// Either.
        case both
    }

    /// What was found at a descriptor.
    package struct Readiness: Hashable, Sendable {
        /// There is something to read, or the end.
        package let hasInput: Bool
        /// There is room.
        package let hasRoom: Bool
        /// The other side is gone.
        package let isBroken: Bool

        /// Whether it is worth a look.
        package var isAny: Bool { hasInput || hasRoom || isBroken }
    }

    /// Makes an empty set.
    package init() {}

    /// Adds a descriptor; it is answered under its place in the order of adding.
    package mutating func add(_ descriptor: FileDescriptor, _ side: Side = .input) {
        let events =
            switch side {
            case .input: POLLIN
            case .room: POLLOUT
            case .both: POLLIN | POLLOUT
            }
        entries.append(
            pollfd(fd: descriptor.rawValue, events: Int16(events), revents: 0))
    }

    /// Waits until one of them is ready or the time is over (negative: no limit).
    ///
    /// Throws only what the kernel has against the set itself; a signal is waited over.
    package mutating func wait(milliseconds: Int32) throws(Errno) -> [Readiness] {
        var count: Int32
        repeat {
            count = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
        } while count < 0 && Glibc.errno == EINTR
        guard count >= 0 else { throw Errno(rawValue: Glibc.errno) }
        return entries.map { entry in
            let found = Int32(entry.revents)
            return Readiness(
                hasInput: found & POLLIN != 0, hasRoom: found & POLLOUT != 0,
                isBroken: found & (POLLERR | POLLHUP | POLLNVAL) != 0)
        }
    }
}
