import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long, however many bytes they drip meanwhile.
///
/// The time is counted from the start of each phase and no byte prolongs it: waiting for a request
/// with its whole head, reading its body, writing the answer. A stream of events has none.
final class Deadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: APILimits
    private var timer: Scheduled<Void>?
    /// Whether a request has begun and not ended: an early answer gives it no more time.
    private var isReading = false

    init(limits: APILimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { wait(limits.head, context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(limits.head, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReading = true
            wait(limits.body, context)
        case .body: break
        case .end:
            isReading = false
            wait(limits.answer, context)
        }
        context.fireChannelRead(data)
    }

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.headerFields[.contentType] == EventFeed.mediaType { timer?.cancel() }
        case .body: break
        case .end: if !isReading { wait(limits.head, context) }
        }
        context.write(data, promise: promise)
    }

    private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension Deadlines: Sendable {}

/// How much a client may send and how long it may take.
package struct APILimits: Sendable {
    /// From the connection, or the last answer, to the end of the next request's head.
    let head: TimeAmount
    /// From the end of the head to the end of the body.
    let body: TimeAmount
    /// From the end of the body until the answer has been handed to the system.
    let answer: TimeAmount
    /// Bytes of a request's head.
    let headBytes: Int
    /// Bytes of a request's body.
    let bodyBytes: Int
    /// Connections of one listener at a time.
    let connections: Int

    /// Gathers limits; times are in milliseconds.
    package init(
        head: Int64 = 15_000, body: Int64 = 10_000, answer: Int64 = 30_000,
        headBytes: Int = 16_384, bodyBytes: Int = 1_048_576, connections: Int = 128
    ) {
        self.head = .milliseconds(head)
        self.body = .milliseconds(body)
        self.answer = .milliseconds(answer)
        self.headBytes = headBytes
        self.bodyBytes = bodyBytes
        self.connections = connections
    }
}
