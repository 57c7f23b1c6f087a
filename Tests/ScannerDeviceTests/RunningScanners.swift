import Devices
import Linux
import Scanning
import Synchronization
import Testing

/// A driver on its thread, and its events in order.
final class RunningScanners {
    private let stop: EventFlag
    private let worker: Worker
    private var events: AsyncStream<ScannerEvent>.Iterator

    /// Starts a driver and returns when it listens.
    convenience init(_ matches: [ScannerMatch]) async throws {
        try await self.init(setup: ScannerSetup(matches: matches))
    }

    /// The same with more to say about how.
    init(
        setup: ScannerSetup, tap: (@Sendable (ScannerTrace) -> Void)? = nil,
        also: @escaping @Sendable (ScannerEvent) -> Void = { _ in }
    ) async throws {
        let stop = try EventFlag()
        let (stream, continuation) = AsyncStream<ScannerEvent>.makeStream()
        let (listening, ready) = AsyncStream<Void>.makeStream()
        let driver = HardwareScanners(setup, tap: tap)
        worker = try Worker(name: "scanners") {
            do {
                try driver.run(until: stop, listening: { ready.finish() }) {
                    also($0)
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

    deinit {
        stop.raise()
        worker.join()
    }

    /// The next event; fails the test if the driver ends first.
    func next() async throws -> ScannerEvent {
        try #require(await events.next(isolation: #isolation))
    }

    /// The text of the next event, which must be a scan.
    func nextText() async throws -> String {
        let event = try await next()
        guard case .scanned(let scan) = event else { throw Unexpected(event: event) }
        return String(decoding: scan.payload, as: UTF8.self)
    }

    /// The reason of the next event, which must be a refusal.
    func nextRefusal() async throws -> String {
        let event = try await next()
        guard case .refused(_, let reason) = event else { throw Unexpected(event: event) }
        return reason
    }

    /// Stops the driver and answers the events that had not been asked for.
    func finish() async -> [ScannerEvent] {
        stop.raise()
        worker.join()
        var rest: [ScannerEvent] = []
        while let event = await events.next(isolation: #isolation) { rest.append(event) }
        return rest
    }

    /// An event that the test did not expect.
    struct Unexpected: Error {
        let event: ScannerEvent
    }
}
