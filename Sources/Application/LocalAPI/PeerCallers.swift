import Linux
import NIOCore

/// Who is at the other end of the Unix socket, as the kernel says (`SO_PEERCRED`, `unix(7)`).
struct PeerCallers: Sendable {
    /// What the kernel writes: the layout of `struct ucred`.
    private struct Credentials: Sendable {
        var process: Int32
        var user: UInt32
        var group: UInt32
    }

    private static let peerCredentials = NIOBSDSocket.Option(rawValue: 17)

    /// The account at the other end; whoever may open the socket may do everything, as they may
    /// with the database beside it.
    func caller(on channel: any Channel) async -> Caller {
        let everything = Set(Scope.allCases)
        guard let socket = channel as? any SocketOptionProvider else {
            return Caller(name: "socket", scopes: everything)
        }
        do {
            let peer: Credentials = try await socket.unsafeGetSocketOption(
                level: .socket, name: Self.peerCredentials
            ).get()
            let name = Accounts.name(of: peer.user) ?? "uid \(peer.user)"
            return Caller(name: name, scopes: everything)
        } catch {
            // The client has gone; nobody hears the answer.
            return Caller(name: "socket", scopes: everything)
        }
    }
}
