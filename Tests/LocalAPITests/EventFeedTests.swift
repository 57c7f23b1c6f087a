import ExactJSON
import Testing

@testable import LocalAPI

@Suite("the stream of what the till shows")
struct EventFeedTests {
    /// The events of a stream that has ended, each as `ID KIND DATA`.
    private func events(_ stream: AsyncStream<[UInt8]>) async -> [String] {
        var events: [String] = []
        for await piece in stream {
            let fields = String(decoding: piece, as: UTF8.self).split(separator: "\n").map {
                $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
            }
            if fields.count == 3 { events.append(fields.joined(separator: " ")) }
        }
        return events
    }

    private func feed(_ run: String = "a") -> EventFeed {
        let feed = EventFeed(run: run)
        feed.publish("shown", .news) { "one" }
        feed.publish("bill", .state) { 1 }
        feed.publish("shown", .news) { "two" }
        feed.publish("bill", .state) { 2 }
        feed.publish("shown", .news) { "three" }
        return feed
    }

    @Test("who comes back is told all that happened since, and how things are now")
    func resumed() async {
        let feed = feed()
        let back = [nil, "a-1", "a-4", "a-5", "a-6", "b-1", "a-", "a--1", "x"].map {
            feed.stream(after: $0)
        }
        feed.publish("bill", .state) { 3 }
        feed.end()
        let newest = ["a-4 bill 2", "a-5 shown \"three\"", "a-6 bill 3"]
        let wanted = [
            newest, ["a-3 shown \"two\""] + newest, ["a-5 shown \"three\"", "a-6 bill 3"],
            ["a-6 bill 3"], newest, newest, newest, newest, newest,
        ]
        for (stream, wanted) in zip(back, wanted) { #expect(await events(stream) == wanted) }
    }

    @Test("who was away for longer than is kept gets the newest of each kind")
    func forgotten() async {
        let feed = feed()
        for number in Int64(1)...300 {
            feed.publish("shown", .news) { .number(JSONNumber(number)) }
        }
        let back = ["a-3", "a-48", "a-49"].map { feed.stream(after: $0) }
        feed.end()
        let counts = await [events(back[0]), events(back[1]), events(back[2])]
        #expect(counts[0] == ["a-4 bill 2", "a-305 shown 300"])
        #expect(counts[1] == counts[0])
        #expect(counts[2].first == "a-50 shown 45")
        #expect(counts[2].count == 256)
    }

    @Test("a client that reads nothing is let go, and nobody waits for it")
    func lagging() async {
        let feed = feed()
        let lazy = feed.stream(after: "a-5")
        for number in Int64(1)...600 {
            feed.publish("shown", .news) { .number(JSONNumber(number)) }
        }
        #expect(feed.listenerCount == 0)
        // What it had been sent until then is still there, in order and without a gap.
        let got = await events(lazy)
        #expect(got.count == 511)
        #expect(got.first == "a-6 shown 1")
        #expect(got.last == "a-516 shown 511")
    }

    @Test("while nobody listens nothing is written out")
    func lazy() async {
        let feed = EventFeed(run: "a")
        feed.publish("bill", .state) {
            Issue.record("written out for nobody")
            return 1
        }
        feed.publish("bill", .state) { 2 }
        let stream = feed.stream(after: nil)
        feed.end()
        #expect(await events(stream) == ["a-2 bill 2"])
        #expect(await events(feed.stream(after: nil)) == [])
    }
}
