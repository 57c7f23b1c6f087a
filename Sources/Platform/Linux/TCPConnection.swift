import CLinux
import Glibc
package import SystemPackage

/// Makes connections to a host's port, without ever waiting longer than it is told.
package enum TCPConnection {
    /// Why there is no connection.
    package enum Failure: Error, Hashable, Sendable {
        /// The name is not known; the text is the resolver's.
        case unknownHost(String)
        /// No address of it could be connected to.
        case refused(Errno)
        /// Nobody answered in time.
        case noAnswer
        /// The stop flag was raised.
        case stopped
    }

    /// Connects to the first address of a host that answers; the socket does not block.
    ///
    /// Looking a name up may take the resolver's own time; an address needs none. Throws and
    /// leaves nothing open when no address answers within `milliseconds`.
    package static func open(
        host: String, port: UInt16, within milliseconds: Int32, until stop: EventFlag
    ) throws(Failure) -> OpenDescriptor {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else {
            throw .unknownHost(unsafe String(cString: gai_strerror(code)))
        }
        defer { unsafe freeaddrinfo(list) }
        var failure = Failure.noAnswer
        var next = unsafe list
        while let entry = unsafe next {
            do throws(Failure) {
                return try unsafe connect(entry.pointee, within: milliseconds, until: stop)
            } catch {
                failure = error
                if error == .stopped { throw error }
            }
            unsafe next = entry.pointee.ai_next
        }
        throw failure
    }

    private static func connect(
        _ address: addrinfo, within milliseconds: Int32, until stop: EventFlag
    ) throws(Failure) -> OpenDescriptor {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let raw = unsafe socket(address.ai_family, type, 0)
        guard raw >= 0 else { throw .refused(Errno(rawValue: Glibc.errno)) }
        let opened = OpenDescriptor(adopting: FileDescriptor(rawValue: raw))
        galla_socket_keep_alive(raw)
        if unsafe Glibc.connect(raw, address.ai_addr, address.ai_addrlen) == 0 { return opened }
        guard Glibc.errno == EINPROGRESS else { throw .refused(Errno(rawValue: Glibc.errno)) }
        var set = PollSet()
        set.add(opened.raw, .room)
        set.add(stop.raw)
        let ready: [PollSet.Readiness]
        do throws(Errno) {
            ready = try set.wait(milliseconds: milliseconds)
        } catch {
            throw .refused(error)
        }
        guard !ready[1].isAny else { throw .stopped }
        guard ready[0].isAny else { throw .noAnswer }
        let error = galla_socket_error(raw)
        guard error == 0 else { throw .refused(Errno(rawValue: error)) }
        return opened
    }
}
