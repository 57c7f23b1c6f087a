import Billing
import DeviceEmulation
import Devices
import ESCPOS
import Foundation
import Printing
import Receipts
import Spooler
import Synchronization
import Testing

/// The printer's thread, with a printer whose troubles are arranged.
@Suite("spooler")
struct SpoolerTests {
    private func stands(_ trouble: PrinterTrouble) -> PrinterState {
        PrinterState(link: .silent, troubles: [trouble])
    }

    /// Runs a spooler over a printer and answers its news as they come.
    private func start(_ printer: FaultyPrinter) throws -> (Spooler, AsyncStream<PrinterNews>) {
        let (stream, continuation) = AsyncStream<PrinterNews>.makeStream()
        let spooler = try Spooler()
        let isBlocked = Mutex(false)
        try spooler.start(
            driver: { () throws(DeviceError) in printer },
            press: { TextPress(shop: ShopHeader(name: "SHIVIK MART"), columns: 42) },
            features: { _ in .none },
            deliver: { news in
                // That a printer is there or not is told beside its state: only standing still and
                // its end are of interest here.
                if case .state(let state) = news {
                    let wasBlocked = isBlocked.withLock { blocked in
                        defer { blocked = state.isBlocked }
                        return blocked
                    }
                    if state.link == .unplugged || state.isBlocked == wasBlocked { return }
                }
                continuation.yield(news)
            })
        return (spooler, stream)
    }

    @Test("an order's bytes reach the printer whole, and its end is told")
    func straight() async throws {
        let printer = try FaultyPrinter()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        #expect(await news.next() == .ready(name: "faulty printer"))
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await news.next() == .finished(PrintJob.ID(1), isConfirmed: false))
        spooler.stop()
        let paper = String(decoding: try #require(printer.papers.first), as: UTF8.self)
        #expect(paper.contains("Bill No: BILL-2601000001"))
        #expect(!paper.contains("DUPLICATE"))
    }

    @Test("an order that is marked says DUPLICATE on paper")
    func marked() async throws {
        let printer = try FaultyPrinter()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await news.next()
        spooler.submit(try PrintOrder.numbered(1, isMarked: true))
        #expect(await news.next() == .finished(PrintJob.ID(1), isConfirmed: false))
        spooler.stop()
        let paper = String(decoding: try #require(printer.papers.first), as: UTF8.self)
        #expect(paper.contains("DUPLICATE"))
    }

    @Test(
        "a cable pulled at byte N fails the job with N, and the printer's return is told",
        arguments: [0, 1, 57, 300])
    func unplugged(_ count: Int) async throws {
        let printer = try FaultyPrinter()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await news.next()
        printer.arrange(.unplugged, afterBytes: count)
        spooler.submit(try PrintOrder.numbered(1))
        guard case .failed(PrintJob.ID(1), let taken, _, _) = await news.next() else {
            Issue.record("the job did not fail")
            return
        }
        #expect(taken == count)
        guard case .absent = await news.next() else {
            Issue.record("nobody said that the printer is gone")
            return
        }
        printer.plugIn()
        // The pulled cable and the plugged one may each be told; the last word is `ready`.
        var word = await news.next()
        while case .absent = word { word = await news.next() }
        #expect(word == .ready(name: "faulty printer"))
        spooler.stop()
    }

    @Test("a printer that stands still fails no job, and is told about")
    func blocked() async throws {
        let printer = try FaultyPrinter()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await news.next()
        printer.arrange(.blocked(.paperOut), afterBytes: 100)
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await news.next() == .state(stands(.paperOut)))
        printer.unblock()
        #expect(await news.next() == .state(PrinterState(link: .silent)))
        #expect(await news.next() == .finished(PrintJob.ID(1), isConfirmed: false))
        spooler.stop()
    }

    @Test("stopping ends a job that stands still, with the bytes that were taken")
    func stopped() async throws {
        let printer = try FaultyPrinter()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await news.next()
        printer.arrange(.blocked(.notAccepting), afterBytes: 100)
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await news.next() == .state(stands(.notAccepting)))
        spooler.stop()
        guard case .failed(PrintJob.ID(1), bytesTaken: 100, _, _) = await news.next() else {
            Issue.record("the job did not say how far it came")
            return
        }
    }

    @Test("an order that was not begun when the spooler stops is given back, nothing taken")
    func notBegun() async throws {
        let printer = try FaultyPrinter()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await news.next()
        printer.arrange(.blocked(.notAccepting), afterBytes: 100)
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await news.next() == .state(stands(.notAccepting)))
        spooler.submit(try PrintOrder.numbered(2))
        spooler.stop()
        guard case .failed(PrintJob.ID(1), bytesTaken: 100, _, _) = await news.next(),
            case .failed(PrintJob.ID(2), bytesTaken: 0, _, _) = await news.next()
        else {
            Issue.record("the second order was not given back")
            return
        }
    }

    @Test("a job that fails again at once is not tried for ever: the printer counts as absent")
    func failingAgain() async throws {
        let printer = AlwaysFailing()
        let (stream, continuation) = AsyncStream<PrinterNews>.makeStream()
        let spooler = try Spooler()
        try spooler.start(
            driver: { () throws(DeviceError) in printer },
            press: { TextPress(shop: ShopHeader(name: "S"), columns: 32) },
            features: { _ in .none },
            deliver: { news in
                if case .state = news { return }
                continuation.yield(news)
            })
        var news = stream.makeAsyncIterator()
        let failed = PrinterNews.failed(
            PrintJob.ID(1), bytesTaken: 0, reason: "Disk full.", isOwnFault: false)
        #expect(await news.next() == .ready(name: "failing"))
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await news.next() == failed)
        #expect(await news.next() == .ready(name: "failing"))
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await news.next() == failed)
        #expect(await news.next() == .absent(reason: "Disk full."))
        spooler.stop()
    }
}
