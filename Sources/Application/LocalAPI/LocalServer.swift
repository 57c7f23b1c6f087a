import HummingbirdCore
import HummingbirdTLS
package import Linux
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import SystemPackage

/// The API's listeners, on one thread of their own; begins and ends with the till.
package final class LocalServer: Sendable {
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    /// Where every task of the server belongs: on the loop that has its sockets.
    ///
    /// A request so changes threads for the till alone, and the process needs no pool, which wakes
    /// up once a second as soon as anything has used it.
    package let executor: BorrowedExecutor
    private let limits: APILimits
    private let router: Router
    private let requests: RequestTally
    private let stops = Mutex<[@Sendable () async -> Void]>([])

    /// Makes a server of these routes that counts into `requests`; it listens nowhere yet.
    package init(
        _ routes: [Route], requests: RequestTally = RequestTally(), limits: APILimits = APILimits()
    ) {
        self.requests = requests
        let loop = group.any()
        executor = BorrowedExecutor { loop.execute($0) }
        router = Router(routes)
        self.limits = limits
    }

    /// Why the API cannot listen; what to do stands in the sentence.
    package struct Trouble: Error, Sendable, CustomStringConvertible {
        /// The sentence.
        package let description: String
    }

    /// Listens on a Unix socket for the accounts that its permissions let in: owner and group.
    ///
    /// The caller owns the folder, so a socket that is there is a dead one and is replaced.
    package func listen(onSocket path: String) async throws(Trouble) {
        guard path.utf8.count <= APIAddress.longestPath else {
            throw Trouble(
                description: "The path \(path) is longer than the \(APIAddress.longestPath) "
                    + "bytes a socket may have. Use a shorter --data folder.")
        }
        _ = try await start(.unix(path: path), door: .socket(PeerCallers())) { $0 }
        do throws(Errno) {
            try FileModes.set(.init(rawValue: 0o660), of: path)
        } catch {
            throw Trouble(description: "The socket \(path) cannot be given to the group: \(error).")
        }
    }

    /// Listens on TCP for callers with a token; answers the port, which the system chose for 0.
    package func listen(
        on address: APIAddress, gate: Gate, certificate: Certificate? = nil,
        tokens: @Sendable @escaping () throws(AccessTokens.Trouble) -> AccessTokens
    ) async throws(Trouble) -> Int {
        guard address.isLocal || certificate != nil else {
            throw Trouble(
                description: "\(address) can be reached from other machines, where a token must "
                    + "not travel in the clear. Set [api] certificate and key, or listen on "
                    + "127.0.0.1.")
        }
        let door = Responder.Door.tcp(gate, tokens)
        guard let certificate else { return try await start(address, door: door) { $0 } }
        let tls = try certificate.configuration()
        return try await start(address, door: door) { channel throws(Trouble) in
            do {
                return try TLSChannel(channel, tlsConfiguration: tls)
            } catch {
                throw Trouble(description: "The certificate and its key do not work together.")
            }
        }
    }

    /// Ends every listener; answers under way are finished first, streams end.
    package func stop() async {
        for stop in stops.withLock({ $0 }) { await stop() }
    }

    /// Lets the thread go, after `stop`: a task that waited for this on that thread waited for ever.
    package func end() {
        // It ends with the process should it not want to.
        group.shutdownGracefully { _ in }
    }

    private func start<Child: ServerChildChannel>(
        _ address: APIAddress, door: Responder.Door,
        wrap: (HTTP1Channel) throws(Trouble) -> Child
    ) async throws(Trouble) -> Int {
        let responder = Responder(router: router, door: door, limits: limits, requests: requests)
        let limits = limits
        let channel = HTTP1Channel(
            responder: { request, writer, channel in
                try await responder.respond(to: request, with: writer, on: channel)
            },
            configuration: .init(
                additionalChannelHandlers: [Deadlines(limits: limits)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes,
                    maxHeaderFieldCount: 64)))
        let (bound, news) = AsyncThrowingStream<Int, any Error>.makeStream()
        let quiet = Logger(label: "galla.api") { _ in SwiftLogNoOpLogHandler() }
        let server = Server(
            childChannelSetup: try wrap(channel),
            configuration: ServerConfiguration(
                address: address.bindAddress,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.connections, logger: quiet)),
            onServerRunning: { news.yield($0.localAddress?.port ?? 0) },
            eventLoopGroup: group, logger: quiet)
        let run = Task(executorPreference: executor) {
            do {
                try await server.run()
                news.finish()
            } catch {
                news.finish(throwing: error)
            }
        }
        do {
            for try await port in bound {
                stops.withLock {
                    $0.append({
                        // It ends with the process should it not want to.
                        try? await server.shutdownGracefully()
                        await run.value
                    })
                }
                return port
            }
        } catch {
            throw Trouble(
                description: "The API cannot listen on \(address): \(error). Is another program "
                    + "using it? `ss -ltnp` shows which.")
        }
        throw Trouble(description: "The API stopped listening on \(address) at once.")
    }
}

extension APIAddress {
    fileprivate var bindAddress: BindAddress {
        switch self {
        case .unix(let path): .unixDomainSocket(path: path)
        case .tcp(let host, let port): .hostname(host, port: port)
        }
    }
}
