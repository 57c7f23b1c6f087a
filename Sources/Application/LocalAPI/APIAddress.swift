/// Where the API listens.
package enum APIAddress: Hashable, Sendable, CustomStringConvertible {
    /// A socket in the file system, for programs of this machine.
    case unix(path: String)
    /// An address and a port of this machine.
    case tcp(host: String, port: Int)

    /// The longest path of a Unix socket on Linux, less the byte that ends it (`unix(7)`).
    package static let longestPath = 107

    /// Reads `127.0.0.1:8080`, `localhost:8080`, `[::1]:8080` or `:8080`, which is loopback.
    ///
    /// Nil for what is no address; the port 0 lets the system choose.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = text[..<colon]
        if host.isEmpty { host = "127.0.0.1" }
        if host.first == "[", host.last == "]" {
            host = host.dropFirst().dropLast()
            guard host.contains(":") else { return nil }
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, !host.contains("/"), !host.contains(" ") else { return nil }
        self = .tcp(host: String(host), port: port)
    }

    /// Whether only programs of this machine can reach it.
    package var isLocal: Bool {
        switch self {
        case .unix: true
        case .tcp(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
        }
    }

    /// The same address with the port that the system chose.
    package func at(port: Int) -> APIAddress {
        switch self {
        case .unix: self
        case .tcp(let host, _): .tcp(host: host, port: port)
        }
    }

    package var description: String {
        switch self {
        case .unix(let path): path
        case .tcp(let host, let port) where host.contains(":"): "[\(host)]:\(port)"
        case .tcp(let host, let port): "\(host):\(port)"
        }
    }
}
