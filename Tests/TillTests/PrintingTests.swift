import Billing
import Devices
import Ledger
import LineMode
import Printing
import ShopFixtures
import Spooler
import Testing
import Till

/// The till's side of printing: what is committed before and after each word of the printer.
@Suite("printing")
struct PrintingTests {
    private func orders(_ effects: [TillEffect]) -> [PrintOrder] {
        effects.compactMap { if case .print(let order) = $0 { order } else { nil } }
    }

    private func job(_ shop: Shop) throws -> [String] {
        try query("SELECT state, attempts FROM print_job", folder: shop.folder.path).first ?? []
    }

    private func sell(_ shop: Shop) -> [TillEffect] {
        shop.till.step([.line(Shop.codeB), .line("cash 100")])
    }

    @Test("the job is committed as sending before the order is handed out, and sent afterwards")
    func straight() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        let order = try #require(orders(sell(shop)).first)
        #expect(!order.isMarked)
        #expect(try job(shop) == ["sending", "1"])
        _ = shop.till.step([.printer(.finished(order.job, isConfirmed: false))])
        #expect(try job(shop) == ["sent", "1"])
    }

    @Test("a sale without a printer is a sale; its receipt prints unmarked when one comes")
    func absentFirst() throws {
        let shop = try Shop()
        let said = shop.rows(of: shop.till.step([.printer(.absent(reason: "Not plugged in."))]))
        #expect(
            said == ["Printer: Not plugged in. Selling goes on. No receipt waits."])
        #expect(orders(sell(shop)).isEmpty)
        #expect(try job(shop) == ["queued", "0"])
        let back = shop.till.step([.printer(.ready(name: "p"))])
        #expect(
            shop.rows(of: back) == ["Printer ready: p. One receipt waits and prints by itself."])
        #expect(orders(back).map(\.isMarked) == [false])
    }

    @Test(
        "unplugged before the first byte there is no mark, after any byte there is",
        arguments: [(0, false, "queued"), (1, true, "uncertain"), (400, true, "uncertain")])
    func interrupted(_ taken: Int, _ isMarked: Bool, _ state: String) throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        let first = try #require(orders(sell(shop)).first)
        let said = shop.till.step([
            .printer(
                .failed(
                    first.job, bytesTaken: taken, reason: "It was unplugged.", isOwnFault: false))
        ])
        let word = isMarked ? "DUPLICATE" : "Nothing of it"
        #expect(shop.rows(of: said).first?.contains(word) == true)
        #expect(try job(shop) == [state, "1"])
        let again = try #require(orders(shop.till.step([.printer(.ready(name: "p"))])).first)
        #expect(again.job == first.job)
        #expect(again.isMarked == isMarked)
        #expect(again.bill == first.bill)
    }

    @Test("a receipt that was on its way when the process died is printed again, marked")
    func orphaned() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        _ = sell(shop)
        try shop.restart()
        #expect(try job(shop) == ["uncertain", "1"])
        let again = orders(shop.till.step([.printer(.ready(name: "p"))]))
        #expect(again.map(\.isMarked) == [true])
    }

    @Test("receipts print one after another in the order of their sales")
    func order() throws {
        let shop = try Shop()
        _ = sell(shop)
        _ = sell(shop)
        let first = orders(shop.till.step([.printer(.ready(name: "p"))]))
        #expect(first.map(\.bill?.number) == ["BILL-2601000001"])
        let job = try #require(first.first?.job)
        let second = orders(shop.till.step([.printer(.finished(job, isConfirmed: false))]))
        #expect(second.map(\.bill?.number) == ["BILL-2601000002"])
    }

    @Test("the till ends when the last receipt is out, at once when the printer is away")
    func ending() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        let order = try #require(orders(sell(shop)).first)
        #expect(!hasStop(shop.till.step([.inputEnded])))
        #expect(hasStop(shop.till.step([.printer(.finished(order.job, isConfirmed: false))])))

        let other = try Shop()
        _ = sell(other)
        #expect(!hasStop(other.till.step([.inputEnded])))
        let effects = other.till.step([.printer(.absent(reason: "Not plugged in."))])
        #expect(hasStop(effects))
        #expect(other.rows(of: effects).last == "One receipt waits and prints by itself.")
    }

    @Test("quit and the end of a script wait for the receipt; quit twice does not")
    func patience() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        _ = sell(shop)
        #expect(!hasStop(shop.till.step([.line("quit")])))
        #expect(!hasStop(shop.till.step([.inputEnded])))
        #expect(hasStop(shop.till.step([.line("quit")])))
    }

    @Test("a machine that goes down does not wait for a receipt that stands still")
    func shutdown() throws {
        let stalledFirst = try Shop()
        _ = stalledFirst.till.step([.printer(.ready(name: "p"))])
        _ = sell(stalledFirst)
        _ = stalledFirst.till.step([.printer(.state(stands(.notAccepting)))])
        #expect(hasStop(stalledFirst.till.step([.shutdown])))

        let stalledLater = try Shop()
        _ = stalledLater.till.step([.printer(.ready(name: "p"))])
        let order = try #require(orders(sell(stalledLater)).first)
        #expect(!hasStop(stalledLater.till.step([.shutdown])))
        #expect(hasStop(stalledLater.till.step([.printer(.state(stands(.paperOut)))])))
        let last = PrinterNews.failed(
            order.job, bytesTaken: 64, reason: "Stopped.", isOwnFault: false)
        _ = stalledLater.till.step([.printer(last)])
        #expect(try job(stalledLater) == ["uncertain", "1"])
    }

    @Test("a machine that goes down waits for the receipt under way and for none behind it")
    func shutdownWithAPile() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        let first = try #require(orders(sell(shop)).first)
        _ = sell(shop)
        #expect(!hasStop(shop.till.step([.shutdown])))
        let last = shop.till.step([.printer(.finished(first.job, isConfirmed: true))])
        #expect(orders(last).isEmpty)
        #expect(hasStop(last))
        #expect(shop.rows(of: last).last == "One receipt waits and prints by itself.")

        try shop.restart()
        let again = orders(shop.till.step([.printer(.ready(name: "p"))]))
        #expect(again.map(\.bill?.number) == ["BILL-2601000002"])
        #expect(again.map(\.isMarked) == [false])
    }

    private func stands(_ trouble: PrinterTrouble) -> PrinterState {
        PrinterState(link: .online, troubles: [trouble])
    }

    private func hasStop(_ effects: [TillEffect]) -> Bool {
        effects.contains { if case .stop = $0 { true } else { false } }
    }
}
