import Linux
import Synchronization
package import SystemPackage

/// Where every thread leaves events for the till; the till takes them all at once.
///
/// Unbounded, because a scan is never refused; but other programs' requests have a limit. They are
/// taken in a batch of their own, in turns with the rest, so that a scan does not wait for the disk
/// because a sale does. The flag is raised only when the inbox was empty, so that a burst costs one
/// wake-up.
package final class Inbox: Sendable {
    private struct Waiting {
        var events: [TillEvent] = []
        var requests: [TillRequest] = []
        var isRequestsTurn = false
        var isClosed = false

        var isEmpty: Bool { events.isEmpty && requests.isEmpty }
    }

    private let waiting = Mutex(Waiting())
    private let flag: EventFlag
    private let requestLimit: Int

    /// Makes an empty inbox; throws when the process is out of descriptors.
    ///
    /// So many requests may wait; further ones are refused.
    package init(requestLimit: Int = 256) throws(Errno) {
        flag = try EventFlag()
        self.requestLimit = requestLimit
    }

    /// Leaves an event; never blocks for longer than the till takes to pick the others up.
    package func post(_ event: TillEvent) {
        let wasEmpty = waiting.withLock { waiting in
            defer { waiting.events.append(event) }
            return waiting.isEmpty
        }
        if wasEmpty { flag.raise() }
    }

    /// Leaves a request, or answers why it is not taken: it then gets no other answer.
    package func post(_ request: TillRequest) -> TillRefusal? {
        let (refusal, wasEmpty) = waiting.withLock { waiting -> (TillRefusal?, Bool) in
            guard !waiting.isClosed else { return (.closing, false) }
            guard waiting.requests.count < requestLimit else { return (.busy, false) }
            defer { waiting.requests.append(request) }
            return (nil, waiting.isEmpty)
        }
        if wasEmpty { flag.raise() }
        return refusal
    }

    /// Whether something waits that is no request.
    package var hasEvents: Bool { waiting.withLock { !$0.events.isEmpty } }

    /// Puts requests back that were taken and not looked at: they come first again.
    func putBack(_ requests: [TillRequest]) {
        guard !requests.isEmpty else { return }
        waiting.withLock { $0.requests.insert(contentsOf: requests, at: 0) }
        flag.raise()
    }

    /// Has whoever waits look up, though nothing has come in.
    package func wake() {
        flag.raise()
    }

    /// Takes no further requests; those that wait are still taken.
    package func refuseRequests() {
        waiting.withLock { $0.isClosed = true }
    }

    /// Waits until there is something and takes it, in the order of arrival.
    ///
    /// Takes nothing when this time is over first (negative: no limit).
    package func take(withinMilliseconds milliseconds: Int32 = -1) -> [TillEvent] {
        flag.wait(milliseconds: milliseconds)
        return takeRest()
    }

    /// Takes what is there, without waiting: all requests, or everything else.
    package func takeRest() -> [TillEvent] {
        flag.lower()
        let (batch, hasMore) = waiting.withLock { waiting -> ([TillEvent], Bool) in
            let takesRequests =
                waiting.events.isEmpty || waiting.isRequestsTurn && !waiting.requests.isEmpty
            waiting.isRequestsTurn = !takesRequests
            if takesRequests {
                defer { waiting.requests = [] }
                return (waiting.requests.map(TillEvent.request), !waiting.events.isEmpty)
            }
            defer { waiting.events = [] }
            return (waiting.events, !waiting.requests.isEmpty)
        }
        if hasMore { flag.raise() }
        return batch
    }
}
