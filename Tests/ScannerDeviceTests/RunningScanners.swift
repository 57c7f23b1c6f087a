import Devices
import Scanning
import Synchronization
import System
import Testing

/// A driver on its thread, and its events in order.
final class RunningScanners {
    private let stop: EventFlag
    private let worker: Worker
    private var events: AsyncStream<ScannerEvent>.Iterator

    /// Starts a driver and returns when it listens.
    init(_ matches: [ScannerMatch]) async throws {
        let stop = try EventFlag()
        let (stream, continuation) = AsyncStream<ScannerEvent>.makeStream()
        let (listening, ready) = AsyncStream<Void>.makeStream()
        let driver = EvdevScanners(matching: matches)
        worker = try Worker(name: "scanners") {
            do {
                try driver.run(until: stop, listening: { ready.finish() }) {
                    continuation.yield($0)
                }
            } catch {
                Issue.record(error)
            }
            ready.finish()
            continuation.finish()
        }
        self.stop = stop
        events = stream.makeAsyncIterator()
        for await _ in listening {}
    }

    /// The next event; fails the test if the driver ends first.
    func next() async throws -> ScannerEvent {
        try #require(await events.next(isolation: #isolation))
    }

    /// Stops the driver and answers the events that had not been asked for.
    func finish() async -> [ScannerEvent] {
        stop.raise()
        worker.join()
        var rest: [ScannerEvent] = []
        while let event = await events.next(isolation: #isolation) { rest.append(event) }
        return rest
    }
}
