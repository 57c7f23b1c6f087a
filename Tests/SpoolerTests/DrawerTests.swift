import Billing
import DeviceEmulation
import Devices
import ESCPOS
import Printing
import Receipts
import Spooler
import Testing

/// The drawer at the printer's thread: now, or not at all.
@Suite("drawer at the spooler", .timeLimit(.minutes(1)))
struct DrawerTests {
    private static let pulse: [UInt8] = Array("[drawer opens]\n".utf8)
    private let quick = SpoolerTimes(
        idlePoll: 200, busyPoll: 20, answer: 200, confirmation: 2_000, firstConfirmation: 300)

    private func start(
        _ printer: FaultyPrinter
    ) throws -> (Spooler, AsyncStream<PrinterNews>) {
        let (stream, continuation) = AsyncStream<PrinterNews>.makeStream()
        let spooler = try Spooler()
        try spooler.start(
            driver: { () throws(DeviceError) in printer },
            press: { TextPress(shop: ShopHeader(name: "SHIVIK MART"), columns: 42) },
            features: { _ in .cautious }, times: quick,
            deliver: { continuation.yield($0) })
        return (spooler, stream)
    }

    private func next(
        _ news: inout AsyncStream<PrinterNews>.AsyncIterator,
        where isMeant: (PrinterNews) -> Bool
    ) async -> PrinterNews? {
        while let word = await news.next(isolation: #isolation) {
            if isMeant(word) { return word }
        }
        return nil
    }

    private func isShut(_ word: PrinterNews) -> Bool {
        if case .drawerShut = word { true } else { false }
    }

    private func isEnd(_ word: PrinterNews) -> Bool {
        if case .finished = word { true } else { false }
    }

    private func isState(_ word: PrinterNews, _ trouble: PrinterTrouble?) -> Bool {
        if case .state(let state) = word { state.worst == trouble } else { false }
    }

    @Test("the drawer opens before the receipt that follows, and no receipt carries an impulse")
    func opens() async throws {
        let printer = try FaultyPrinter(speaks: true)
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        spooler.openDrawer()
        // Paid in cash: the receipt that used to open it.
        spooler.submit(try PrintOrder.numbered(1))
        _ = await next(&news, where: isEnd)
        spooler.stop()
        #expect(printer.questions.filter { $0 == Self.pulse }.count == 1)
        #expect(printer.papers.count == 1)
        let paper = String(decoding: try #require(printer.papers.first), as: UTF8.self)
        #expect(!paper.contains("drawer"))
    }

    @Test("without paper the drawer stays shut and says so, and stays shut when there is paper")
    func paperOut() async throws {
        let printer = try FaultyPrinter(speaks: true)
        printer.endPaper()
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { isState($0, .paperOut) }
        // Asked for while a receipt is held back, as when cash is taken.
        spooler.submit(try PrintOrder.numbered(1))
        spooler.openDrawer()
        let shut = await next(&news, where: isShut)
        #expect(shut == .drawerShut(reason: .trouble(.paperOut)))
        printer.loadPaper()
        #expect(await next(&news, where: isEnd) != nil)
        spooler.stop()
        #expect(!printer.questions.contains(Self.pulse))
        let papers = printer.papers.map { String(decoding: $0, as: UTF8.self) }
        #expect(papers.count == 1 && !papers[0].contains("drawer"))
    }

    @Test("a printer that is away opens nothing, now or when it is back")
    func away() async throws {
        let printer = try FaultyPrinter(isPlugged: false, speaks: true)
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .absent = $0 { true } else { false } }
        spooler.openDrawer()
        #expect(await next(&news, where: isShut) == .drawerShut(reason: .noPrinter))
        printer.plugIn()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        spooler.submit(try PrintOrder.numbered(1))
        #expect(await next(&news, where: isEnd) != nil)
        spooler.stop()
        #expect(!printer.questions.contains(Self.pulse))
    }

    @Test("a printer that only takes jobs gets the impulse as one")
    func oneWay() async throws {
        let printer = try FaultyPrinter(speaks: false)
        let (spooler, stream) = try start(printer)
        var news = stream.makeAsyncIterator()
        _ = await next(&news) { if case .ready = $0 { true } else { false } }
        spooler.openDrawer()
        spooler.submit(try PrintOrder.numbered(1))
        _ = await next(&news, where: isEnd)
        spooler.stop()
        #expect(printer.papers.first == Self.pulse)
        #expect(printer.papers.count == 2)
    }

    @Test("the impulse is the profile's, and a printer without a connector has none")
    func profile() {
        let shop = ShopHeader(name: "S")
        var profile = PrinterProfile.safe(columns: 48)
        #expect(ESCPOSPress(shop: shop, profile: profile).drawerPulse == [0x1B, 0x70, 0, 50, 250])
        profile.drawer = nil
        #expect(ESCPOSPress(shop: shop, profile: profile).drawerPulse == nil)
    }
}
