import NIOCore
import NIOPosix

@testable import LocalAPI

/// Limits whose times no busy machine reaches, but for the one that is given.
func patient(
    head: Int64 = 600_000, body: Int64 = 600_000, bodyBytes: Int = 1_048_576
) -> APILimits {
    APILimits(head: head, body: body, answer: 600_000, bodyBytes: bodyBytes)
}

/// A client that sends exactly these bytes and reads until the server closes.
struct RawClient {
    let target: Target

    enum Target {
        case tcp(port: Int)
        case socket(path: String)
    }

    /// What the server answered until it closed; `parts` are sent one after the other, each when
    /// the one before has left.
    func exchange(_ parts: String...) async throws -> String {
        let channel = try await connect()
        return try await channel.executeThenClose { inbound, outbound in
            do {
                for part in parts { try await outbound.write(ByteBuffer(string: part)) }
            } catch ChannelError.ioOnClosedChannel {
                // Closed before all was sent: what was answered until then counts.
            }
            var answer = ""
            for try await piece in inbound { answer += String(buffer: piece) }
            return answer
        }
    }

    /// A request with `Connection: close`.
    func request(
        _ method: String, _ path: String, _ fields: [String] = [], body: String? = nil
    ) async throws -> Answer {
        var head = ["\(method) \(path) HTTP/1.1", "Connection: close"] + fields
        if !fields.contains(where: { $0.lowercased().hasPrefix("host:") }) {
            head.append("Host: \(host)")
        }
        if let body { head.append("Content-Length: \(body.utf8.count)") }
        let text = try await exchange(head.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
        return try Answer(text)
    }

    private var host: String {
        switch target {
        case .tcp(let port): "localhost:\(port)"
        case .socket: "galla"
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        let wrap:
            @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> = {
                channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
        switch target {
        case .tcp(let port):
            return try await bootstrap.connect(
                host: "127.0.0.1", port: port, channelInitializer: wrap)
        case .socket(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
        }
    }
}

/// An answer, taken apart.
struct Answer {
    let status: Int
    let fields: [String: String]
    let body: String

    struct NoAnswer: Error { let text: String }

    init(_ text: String) throws {
        let halves = text.split(
            separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = (halves.first ?? "").split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw NoAnswer(text: text) }
        self.status = status
        fields = Dictionary(
            lines.dropFirst().map { line in
                let pair = line.split(separator: ":", maxSplits: 1)
                return (
                    pair[0].lowercased(), pair.count == 2 ? String(pair[1].drop { $0 == " " }) : ""
                )
            }, uniquingKeysWith: { first, _ in first })
        body = halves.count == 2 ? String(halves[1]) : ""
    }
}
