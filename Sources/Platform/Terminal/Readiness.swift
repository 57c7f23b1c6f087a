import Glibc
package import SystemPackage

/// Waits for descriptors of any kind (poll: epoll refuses regular files, which scripts may be).
package enum Readiness {
    /// What a descriptor is waited for.
    package enum Interest: Sendable {
        /// Something to read, the end of it, a hang-up or an error.
        case input
        /// Room to write, a hang-up or an error.
        case output
    }

    /// Waits until one of the descriptors is ready or the time is over (negative: no limit).
    ///
    /// Answers one truth per descriptor, all false when the time is over. A nil descriptor is
    /// never ready. A descriptor in error counts as ready: the next read or write tells.
    package static func wait(
        _ descriptors: [(FileDescriptor?, Interest)], milliseconds: Int32 = -1
    ) throws(Errno) -> [Bool] {
        var entries = descriptors.map { descriptor, interest in
            pollfd(
                fd: descriptor?.rawValue ?? -1,
                events: Int16(interest == .input ? POLLIN : POLLOUT), revents: 0)
        }
        while unsafe poll(&entries, nfds_t(entries.count), milliseconds) < 0 {
            guard Glibc.errno == EINTR else { throw Errno(rawValue: Glibc.errno) }
        }
        return entries.map { $0.revents != 0 }
    }

    /// Reads what is there, at most `limit` bytes; an empty answer is the end.
    ///
    /// Waits where nothing is there yet; a descriptor that is set not to block is waited for too.
    package static func read(
        _ descriptor: FileDescriptor, atMost limit: Int
    ) throws(Errno) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        while true {
            let count = unsafe Glibc.read(descriptor.rawValue, &bytes, limit)
            if count >= 0 { return Array(bytes[..<count]) }
            switch Errno(rawValue: Glibc.errno) {
            case .interrupted: continue
            case .wouldBlock: _ = try wait([(descriptor, .input)])
            case let error: throw error
            }
        }
    }
}
