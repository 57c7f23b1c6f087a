package import ExactJSON
import Synchronization

/// What the till shows, for clients that listen: `text/event-stream` with numbered events.
///
/// The last events are kept, so that a client that comes back with `Last-Event-ID` misses none; one
/// that was away for longer gets the newest of each kind first. A client that does not read is
/// dropped when its share of unread events is full. While nobody listens, nothing is written out.
package final class EventFeed: Sendable {
    /// The media type of the stream.
    package static let mediaType = "text/event-stream"

    private static let kept = 256
    private static let unread = 256

    /// How an event stands to the earlier ones of its kind.
    package enum Nature: Sendable {
        /// It happened: whoever comes back is told of each.
        case news
        /// It is how things are now: the newest is all that whoever comes back has to know.
        case state
    }

    private struct Event: Sendable {
        let number: Int
        let kind: String
        let value: @Sendable () -> JSONValue
    }

    private struct State: Sendable {
        var last = 0
        /// The last event that is no longer kept though none of its kind has taken its place.
        var forgotten = 0
        var events: [Event] = []
        var newest: [String: Event] = [:]
        var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
        var nextListener = 0
        var hasEnded = false
    }

    private let state = Mutex(State())
    /// Tells this run of the till from others: numbers start again with each.
    private let run: String

    /// Makes a feed; `run` is a word that no other run of the till has.
    package init(run: String) {
        self.run = run
    }

    /// Tells all listeners of something; never waits for any of them.
    package func publish(
        _ kind: String, _ nature: Nature, _ value: @escaping @Sendable () -> JSONValue
    ) {
        let lagging = state.withLock { state in
            state.last += 1
            let event = Event(number: state.last, kind: kind, value: value)
            keep(event, nature, in: &state)
            guard !state.listeners.isEmpty else { return [AsyncStream<[UInt8]>.Continuation]() }
            let bytes = bytes(of: event)
            let lagging = state.listeners.filter { _, listener in
                if case .enqueued = listener.yield(bytes) { false } else { true }
            }
            for id in lagging.keys { state.listeners[id] = nil }
            return Array(lagging.values)
        }
        // Their end calls back into the feed, so it waits for the lock to be free.
        for listener in lagging { listener.finish() }
    }

    /// A stream from after the last event that the client has seen, or of the newest of each kind.
    package func stream(after lastEvent: String?) -> AsyncStream<[UInt8]> {
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(
            bufferingPolicy: .bufferingOldest(Self.kept + Self.unread))
        let id: Int? = state.withLock { state in
            guard !state.hasEnded else { return nil }
            continuation.yield(Array("retry: 1000\n\n".utf8))
            for event in missed(in: state, after: lastEvent) {
                continuation.yield(bytes(of: event))
            }
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        guard let id else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[id] = nil }
        }
        return stream
    }

    /// How many listen now.
    package var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Ends all streams; later ones end at once.
    package func end() {
        let listeners = state.withLock { state in
            defer { state.listeners = [:] }
            state.hasEnded = true
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    private func keep(_ event: Event, _ nature: Nature, in state: inout State) {
        if case .state = nature, let earlier = state.newest[event.kind],
            let index = state.events.lastIndex(where: { $0.number == earlier.number })
        {
            state.events.remove(at: index)
        }
        state.newest[event.kind] = event
        state.events.append(event)
        if state.events.count > Self.kept { state.forgotten = state.events.removeFirst().number }
    }

    private func bytes(of event: Event) -> [UInt8] {
        let data = JSONWriter.text(of: event.value())
        return Array("id: \(run)-\(event.number)\nevent: \(event.kind)\ndata: \(data)\n\n".utf8)
    }

    private func missed(in state: State, after lastEvent: String?) -> [Event] {
        let seen = lastEvent.flatMap { text -> Int? in
            guard text.hasPrefix(run + "-") else { return nil }
            return Int(text.dropFirst(run.count + 1))
        }
        if let seen, (state.forgotten...state.last).contains(seen) {
            return state.events.filter { $0.number > seen }
        }
        return state.newest.values.sorted { $0.number < $1.number }
    }
}
