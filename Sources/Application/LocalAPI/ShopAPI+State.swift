import ExactJSON
import Ledger
import Printing
import Till

// How the till is: for those who watch over it.
extension ShopAPI {
    var stateRoutes: [Route] {
        [
            Route("GET", "/api/v1/events", .read) { request throws(APIRefusal) in
                APIResponse(200, .events(feed.stream(after: request.lastEvent)))
            },
            Route("GET", "/openapi.json", .read) { _ throws(APIRefusal) in
                guard let description else { throw .notFound("description installed") }
                return APIResponse(200, .bytes(description, mediaType: "application/json"))
            },
            Route("GET", "/health", .read) { _ throws(APIRefusal) in health() },
            Route("GET", "/metrics", .read) { _ throws(APIRefusal) in
                APIResponse(
                    200, .bytes(Array(metrics().utf8), mediaType: MetricsText.mediaType))
            },
        ]
    }

    /// Live because it answers; ready where the books can be read and took what they were last given.
    private func health() -> APIResponse {
        var reasons: [String] = []
        if waitingPapers() == nil {
            reasons.append("The books cannot be read; galla doctor says why.")
        }
        if tally.counts.hasJustFailed {
            reasons.append(
                "The books could not be written at the last try; the next step tries again. Is "
                    + "the disk full? galla doctor says more.")
        }
        return APIResponse(
            reasons.isEmpty ? 200 : 503,
            .json([
                "live": true, "ready": .bool(reasons.isEmpty),
                "reasons": .array(reasons.map(JSONValue.string)),
                "warnings": .array(
                    [tally.counts.backupTrouble].compactMap { $0 }.map(JSONValue.string)),
            ]))
    }

    /// How many papers wait in each state; nil when the books cannot be read.
    private func waitingPapers() -> [PrintJob.State: Int]? {
        do throws(LedgerError) {
            return try reader.read { books in
                try books.pendingPrintJobs().reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
            }
        } catch {
            return nil
        }
    }

    private func metrics() -> String {
        let counts = tally.counts
        var text = MetricsText()
        text.counter("galla_scans", "Scans taken up.", counts.scans)
        text.counter(
            "galla_refusals", "What was refused at the counter, and to other programs.",
            [("at=\"counter\"", counts.refusals), ("at=\"api\"", counts.refusedRequests)])
        text.counter("galla_commits", "Steps that the books took.", counts.commits)
        text.counter(
            "galla_commit_failures", "Steps that the books did not take.", counts.failedCommits)
        text.histogram(
            "galla_answer_seconds", "From taking up scans, lines and requests to their answers.",
            [("", counts.answers)])
        if let papers = waitingPapers() {
            text.gauge(
                "galla_print_jobs", "Papers that wait for the printer.",
                PrintJob.State.allCases.filter { ![.sent, .confirmed, .dropped].contains($0) }
                    .map { ("state=\"\($0.rawValue)\"", papers[$0] ?? 0) })
        }
        text.gauge(
            "galla_backups_missing", "1 where a daily backup is missing or old.",
            [("", counts.backupTrouble == nil ? 0 : 1)])
        text.gauge("galla_event_listeners", "Open event streams.", [("", feed.listenerCount)])
        requests.write(into: &text)
        return text.text
    }
}
