import Devices
import Diagnostics
import Linux
import Scanning
import Synchronization
import SystemPackage

/// News of scanners, from the driver's thread to the one that shows them.
final class ScannerFeed: Sendable {
    /// Raised when a command is to end: by a signal, or by the command itself.
    let stop: EventFlag
    /// When the feed began, by the monotonic clock.
    let start = Clocks.monotonicNanoseconds()
    private let arrived: EventFlag
    private let state = Mutex(State())

    /// Something that a scanner sent or did, and when it was told, by the monotonic clock.
    struct Item: Sendable {
        let news: ScannerNews
        let time: UInt64
    }

    private struct State {
        var items: [Item] = []
        var failure: DeviceError?
        var isOver = false
    }

    /// Makes a feed that ends by SIGINT, SIGTERM and SIGHUP; to be made before any thread.
    init() throws(Failure) {
        do throws(Errno) {
            stop = try EventFlag()
            arrived = try EventFlag()
            try TerminationSignals.watch { [stop] in stop.raise() }
        } catch {
            throw .failed(error)
        }
    }

    /// Runs a driver of scanners on a thread of its own; `join` it after `stop`.
    func start(_ setup: ScannerSetup) throws(Failure) -> Worker {
        try start { [self] () throws(DeviceError) in
            let scanners = HardwareScanners(setup) { [self] in post(.trace($0)) }
            try scanners.run(until: stop) { [self] in post(.event($0)) }
        }
    }

    /// Runs anything that tells news on a thread of its own.
    func start(
        _ body: @escaping @Sendable () throws(DeviceError) -> Void
    ) throws(Failure) -> Worker {
        do throws(Errno) {
            return try Worker(name: "galla-scanner") { [self] in
                do throws(DeviceError) {
                    try body()
                } catch {
                    state.withLock { $0.failure = error }
                }
                state.withLock { $0.isOver = true }
                arrived.raise()
            }
        } catch {
            throw .failed(error)
        }
    }

    /// Tells something; called from any thread, never waits.
    func post(_ news: ScannerNews) {
        let item = Item(news: news, time: Clocks.monotonicNanoseconds())
        state.withLock { $0.items.append(item) }
        arrived.raise()
    }

    /// Waits for news, or for so many milliseconds (negative: no limit); nil when all has been told.
    ///
    /// Throws what the driver ended with.
    func next(milliseconds: Int32 = -1) throws(Failure) -> [Item]? {
        arrived.wait(milliseconds: milliseconds)
        arrived.lower()
        let taken = state.withLock { state in
            defer { state.items = [] }
            return (items: state.items, failure: state.failure, isOver: state.isOver)
        }
        guard taken.items.isEmpty else {
            // The end is told when all before it has been taken.
            if taken.isOver { arrived.raise() }
            return taken.items
        }
        if let failure = taken.failure { throw .failed(failure) }
        return taken.isOver ? nil : []
    }
}
