import Synchronization
import Till

/// Counts the requests of all listeners by route and answer.
package final class RequestTally: Sendable {
    private struct Key: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int

        static func < (one: Key, other: Key) -> Bool {
            (one.route, one.method, one.status) < (other.route, other.method, other.status)
        }
    }

    private struct Counts {
        var answers: [Key: Int] = [:]
        var times: [String: Latencies] = [:]
    }

    private let counted = Mutex(Counts())

    /// Counts an answer; `route` is nil where the request found none.
    func note(_ route: Route?, _ status: Int, took: Duration) {
        // What a client made up is no label: there would be no end of them.
        let key = Key(
            method: route?.method ?? "other", route: route?.path ?? "none", status: status)
        counted.withLock { counts in
            counts.answers[key, default: 0] += 1
            counts.times[key.route, default: Latencies()].note(took)
        }
    }

    func write(into text: inout MetricsText) {
        let counts = counted.withLock { $0 }
        text.counter(
            "galla_requests", "Requests of other programs, by what they were answered.",
            counts.answers.sorted { $0.key < $1.key }.map { key, count in
                let labels =
                    "route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\""
                return (labels, count)
            })
        text.histogram(
            "galla_request_seconds",
            "From a request's head to its answer; of a stream, to its head.",
            counts.times.sorted { $0.key < $1.key }.map { ("route=\"\($0.key)\"", $0.value) })
    }
}
