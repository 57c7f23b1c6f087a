import Billing
import Ledger
import LineMode
import Printing
import ShopFixtures
import Spooler
import Testing
import Till

/// The till's side of a printer that says how it is, and of receipts that had to wait.
@Suite("printer state")
struct PrinterStateTests {
    private func orders(_ effects: [TillEffect]) -> [PrintOrder] {
        effects.compactMap { if case .print(let order) = $0 { order } else { nil } }
    }

    private func state(_ troubles: Set<PrinterTrouble>) -> TillEvent {
        .printer(.state(PrinterState(link: .online, troubles: troubles)))
    }

    private func sell(_ shop: Shop, _ times: Int = 1) -> [TillEffect] {
        (0..<times).flatMap { _ in shop.till.step([.line(Shop.codeB), .line("cash 100")]) }
    }

    @Test("a trouble is said once with what waits for it, and its end is said")
    func troubles() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        _ = sell(shop, 2)
        #expect(
            shop.rows(of: shop.till.step([state([.paperOut])]))
                == ["Printer: no paper. Load paper; two receipts are waiting."])
        #expect(shop.rows(of: shop.till.step([state([.paperOut, .paperNearEnd])])) == [])
        #expect(shop.type("status").first == "p: no paper. Load paper; two receipts are waiting.")
        #expect(shop.rows(of: shop.till.step([state([])])) == ["Printer: goes on printing."])
        #expect(shop.type("status").first == "p is ready. Two receipts are waiting.")
    }

    @Test("commands beside the till read what it knows of the printer")
    func known() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "TM"))])
        _ = shop.till.step([state([.coverOpen, .paperNearEnd])])
        let known = try LedgerReader(folder: shop.folder.path).read { try $0.knownPrinter() }
        #expect(
            known
                == KnownPrinter(
                    name: "TM",
                    state: PrinterState(link: .online, troubles: [.coverOpen, .paperNearEnd])))
        _ = shop.till.step([
            .printer(.state(PrinterState(link: .unplugged))), .printer(.absent(reason: "Gone.")),
        ])
        let gone = try LedgerReader(folder: shop.folder.path).read { try $0.knownPrinter() }
        #expect(gone?.state.link == .unplugged && gone?.reason == "Gone.")
    }

    @Test("six receipts that waited are asked about; queue print prints them in order")
    func asked() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.absent(reason: "Away."))])
        _ = sell(shop, 6)
        let back = shop.till.step([.printer(.ready(name: "p"))])
        #expect(orders(back).isEmpty)
        #expect(
            shop.rows(of: back).last
                == "6 receipts had to wait, the oldest 0 min old: queue print prints them, queue "
                + "drop does not, queue lists them.")
        #expect(shop.type("queue").count == 7)
        #expect(shop.type("queue")[1].hasSuffix("held back"))
        let effects = shop.till.step([.line("queue print")])
        #expect(shop.rows(of: effects) == ["6 receipts on the way to the printer."])
        #expect(orders(effects).map(\.bill?.number) == ["BILL-2601000001"])
        let next = shop.till.step([
            .printer(.finished(try #require(orders(effects).first?.job), isConfirmed: true))
        ])
        #expect(orders(next).map(\.bill?.number) == ["BILL-2601000002"])
    }

    @Test("queue drop leaves them off the paper, and their bills can be printed all the same")
    func dropped() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.absent(reason: "Away."))])
        _ = sell(shop, 6)
        _ = shop.till.step([.printer(.ready(name: "p"))])
        #expect(
            shop.type("queue drop") == ["6 receipts not printed; reprint prints one all the same."])
        #expect(
            try query("SELECT DISTINCT state FROM print_job", folder: shop.folder.path)
                == [["dropped"]])
        #expect(shop.type("queue") == ["No receipt waits for the printer."])
        let copy = orders(shop.till.step([.line("reprint BILL-2601000003")]))
        #expect(copy.map(\.isMarked) == [true])
    }

    @Test("a confirmed receipt is written as that, one that is merely sent as sent")
    func ends() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        for isConfirmed in [true, false] {
            let order = try #require(orders(sell(shop)).first)
            _ = shop.till.step([.printer(.finished(order.job, isConfirmed: isConfirmed))])
        }
        #expect(
            try query("SELECT state FROM print_job ORDER BY id", folder: shop.folder.path)
                == [["confirmed"], ["sent"]])
    }

    @Test("a receipt that cannot be drawn is set aside after three tries, said, and tried again")
    func aside() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        let poisoned = try #require(orders(sell(shop)).first).job
        _ = sell(shop)
        var rows: [String] = []
        for _ in 1...3 {
            rows = shop.rows(
                of: shop.till.step([
                    .printer(
                        .failed(
                            poisoned, bytesTaken: 0, reason: "It cannot be drawn.",
                            isOwnFault: true))
                ]))
            if rows.count == 1 { _ = shop.till.step([.printer(.ready(name: "p"))]) }
        }
        #expect(rows.contains { $0.contains("is set aside; others print. queue print 1") })
        let next = orders(shop.till.step([.printer(.ready(name: "p"))]))
        #expect(next.map(\.bill?.number) == ["BILL-2601000002"])
        #expect(
            try query("SELECT state FROM print_job WHERE id = 1", folder: shop.folder.path)
                == [["aside"]])
        #expect(shop.type("queue print 1") == ["1 receipt on the way to the printer."])
        #expect(
            shop.type("queue print 99")
                == ["There is no such receipt to decide about; queue lists them."])
    }

    @Test(
        "words of the queue that make no sense are refused with what would",
        arguments: ["queue now", "queue print x", "queue drop 0", "queue print 1 2"])
    func refused(line: String) throws {
        let shop = try Shop()
        let row = shop.type(line).first
        #expect(row?.contains("queue") == true && row?.hasSuffix(".") == true)
    }
}
