import Billing
import DeviceEmulation
import Devices
import ESCPOS
import Printing
import Receipts
import Spooler
import Testing

/// The printer's thread and a printer that speaks: what it says decides what is told and when.
@Suite("spooler and a printer that speaks", .timeLimit(.minutes(1)))
struct ConversationTests {
    private let quick = SpoolerTimes(
        idlePoll: 200, busyPoll: 20, answer: 200, confirmation: 2_000, firstConfirmation: 300,
        doubt: 100)

    private func start(
        _ printer: FaultyPrinter, _ features: StatusFeatures
    ) throws -> (Spooler, AsyncStream<PrinterNews>) {
        let (stream, continuation) = AsyncStream<PrinterNews>.makeStream()
        let spooler = try Spooler()
        try spooler.start(
            driver: { () throws(DeviceError) in printer },
            press: { TextPress(shop: ShopHeader(name: "SHIVIK MART"), columns: 42) },
            features: { _ in features }, times: quick,
            deliver: { continuation.yield($0) })
        return (spooler, stream)
    }

    /// The next news of which this is true; what comes before is passed over.
    private func next(
        _ news: inout AsyncStream<PrinterNews>.AsyncIterator,
        where isMeant: (PrinterNews) -> Bool
    ) async -> PrinterNews? {
        while let word = await news.next(isolation: #isolation) {
            if isMeant(word) { return word }
        }
        return nil
    }

    private func isState(_ word: PrinterNews, _ trouble: PrinterTrouble?) -> Bool {
        if case .state(let state) = word { state.worst == trouble } else { false }
    }

    private func isEnd(_ word: PrinterNews) -> Bool {
        switch word {
        case .finished, .failed: true
        case .ready, .absent, .state, .drawerShut: false
        }
    }

    @Test(
        "a receipt is confirmed by the printer's own word, by either way it has",
        arguments: [true, false])
    func confirmed(byProcessID: Bool) async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, byProcessID ? .complete : .cautious)
        var news = stream.makeAsyncIterator()
        spooler.submit(try PrintOrder.numbered(1))
        let end = await next(&news, where: isEnd)
        #expect(end == .finished(PrintJob.ID(1), isConfirmed: true))
        spooler.stop()
    }

    @Test("a printer that says nothing is believed to have printed, and no more is claimed")
    func unconfirmed() async throws {
        let printer = try FaultyPrinter(speaks: false)
        let (spooler, stream) = try start(printer, .cautious)
        var news = stream.makeAsyncIterator()
        spooler.submit(try PrintOrder.numbered(1))
        let end = await next(&news, where: isEnd)
        #expect(end == .finished(PrintJob.ID(1), isConfirmed: false))
        spooler.stop()
    }

    @Test("a receipt swallowed into the buffer of a printer without paper is not printed yet")
    func swallowed() async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, .cautious)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        printer.arrange(.paperEnd, afterBytes: 100)
        spooler.submit(try PrintOrder.numbered(1))
        // All bytes are taken; what is told is the paper's end, not the receipt's.
        let first = await next(&news) { isEnd($0) || isState($0, .paperOut) }
        #expect(first.map { isState($0, .paperOut) } == true)
        printer.loadPaper()
        let end = await next(&news, where: isEnd)
        #expect(end == .finished(PrintJob.ID(1), isConfirmed: true))
        #expect(printer.papers.count == 1)
        spooler.stop()
    }

    @Test("a receipt is held back while there is no paper, and goes out when there is")
    func heldBack() async throws {
        let printer = try FaultyPrinter(speaks: true)
        printer.endPaper()
        let (spooler, stream) = try start(printer, .cautious)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { isState($0, .paperOut) }
        spooler.submit(try PrintOrder.numbered(1))
        #expect(printer.papers.isEmpty)
        printer.loadPaper()
        // The last trouble may be told to be over before the receipt's end or after it.
        let end = await next(&news, where: isEnd)
        #expect(end == .finished(PrintJob.ID(1), isConfirmed: true))
        spooler.stop()
    }

    @Test(
        "an end whose answer was lost is asked for again, and confirmed by the next",
        arguments: [
            true, false,
        ])
    func lostAnswer(byProcessID: Bool) async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, byProcessID ? .complete : .cautious)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { isState($0, nil) }
        printer.loseNextAnswer()
        spooler.submit(try PrintOrder.numbered(1))
        let end = await next(&news, where: isEnd)
        #expect(end == .finished(PrintJob.ID(1), isConfirmed: true))
        spooler.stop()
    }

    @Test("unplugged before it confirmed, a receipt counts as taken and not as printed")
    func unpluggedUnconfirmed() async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, .cautious)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        printer.arrange(.paperEnd, afterBytes: 100)
        spooler.submit(try PrintOrder.numbered(1))
        _ = await next(&news) { isState($0, .paperOut) }
        printer.unplug()
        guard case .failed(_, let taken, _, let isOwnFault) = await next(&news, where: isEnd) else {
            Issue.record("the job did not fail")
            return
        }
        #expect(taken > 100 && !isOwnFault)
        spooler.stop()
    }

    @Test("stopping does not wait for a confirmation; the receipt counts as taken")
    func stopped() async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, .cautious)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        printer.arrange(.paperEnd, afterBytes: 100)
        spooler.submit(try PrintOrder.numbered(1))
        _ = await next(&news) { isState($0, .paperOut) }
        spooler.stop()
        guard case .failed(_, let taken, _, _) = await next(&news, where: isEnd) else {
            Issue.record("the job did not fail")
            return
        }
        #expect(taken > 100)
    }

    @Test(
        "the buffer is cleared before a receipt is sent once more, not before a copy",
        arguments: [true, false])
    func cleared(isRetry: Bool) async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, .complete)
        var news = stream.makeAsyncIterator()
        spooler.submit(try PrintOrder.numbered(1, isMarked: true, isRetry: isRetry))
        _ = await next(&news, where: isEnd)
        spooler.stop()
        // DLE ENQ 2.
        #expect(printer.questions.contains([0x10, 0x05, 2]) == isRetry)
    }

    @Test("an idle printer that is asked tells its paper's end by itself")
    func idle() async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer, .cautious)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        printer.endPaper()
        _ = await next(&news) { isState($0, .paperOut) }
        printer.loadPaper()
        let word = await next(&news) { isState($0, nil) }
        #expect(word == .state(PrinterState(link: .online)))
        spooler.stop()
    }

    @Test("a printer that nobody uses is looked at once, with what it says")
    func probe() throws {
        let printer = try FaultyPrinter(speaks: true)
        printer.endPaper()
        let known = try PrinterProbe.look(at: printer, features: { _ in .cautious })
        #expect(known.state.word == "paper-out" && known.name == "faulty printer")
        printer.unplug()
        let gone = try PrinterProbe.look(at: printer, features: { _ in .cautious })
        #expect(gone.state.link == .unplugged && gone.reason?.isEmpty == false)
    }
}
