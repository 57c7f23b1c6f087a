import Billing
import GRDB
import Ledger
import Printing
import ShopFixtures
import Spooler
import Testing
import Till

/// What the till does when the books do not take what it decided.
@Suite("failing books")
struct FailingBooksTests {
    /// Makes every insert of a table fail, as a damaged or full disk would, until lifted.
    private func forbid(_ table: String, in shop: Shop) throws {
        try alter(
            shop,
            "CREATE TRIGGER no BEFORE INSERT ON \(table) "
                + "BEGIN SELECT RAISE (FAIL, 'disk full'); END")
    }

    private func allow(in shop: Shop) throws {
        try alter(shop, "DROP TRIGGER no")
    }

    private func alter(_ shop: Shop, _ sql: String) throws {
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        try queue.write { try $0.execute(sql: sql) }
    }

    @Test("a sale that cannot be written is not sold, and is sold when it can be")
    func sale() throws {
        let shop = try Shop()
        shop.type(Shop.codeA, Shop.codeB)
        let books = try dump(folder: shop.folder.path)
        try forbid("payment", in: shop)
        let answer = shop.type("cash 200")
        #expect(answer.first?.hasPrefix("Not saved: ") == true)
        #expect(answer.first?.contains("nothing is sold") == true)
        try allow(in: shop)
        #expect(try dump(folder: shop.folder.path) == books)
        #expect(shop.type("cash 200").first?.hasPrefix("BILL-2601000001") == true)
    }

    @Test("a scan that cannot be written is not on the bill")
    func scan() throws {
        let shop = try Shop()
        shop.type(Shop.codeA)
        let bill = shop.type("total")
        try forbid("open_bill_line", in: shop)
        #expect(shop.type(Shop.codeB).first?.hasPrefix("Not saved: ") == true)
        #expect(shop.type("total") == bill)
    }

    @Test("a script that ends in the step that fails ends the till all the same")
    func endOfScript() throws {
        let shop = try Shop()
        shop.type(Shop.codeB)
        try forbid("payment", in: shop)
        let effects = shop.till.step([.line("cash 100"), .inputEnded])
        #expect(shop.rows(of: effects).first?.hasPrefix("Not saved: ") == true)
        #expect(effects.contains { if case .stop = $0 { true } else { false } })
    }

    @Test("what the printer said while the books failed is written with the next input")
    func printerNews() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        _ = shop.till.step([.line(Shop.codeB), .line("cash 100")])
        try alter(
            shop,
            "CREATE TRIGGER no BEFORE UPDATE ON print_job "
                + "BEGIN SELECT RAISE (FAIL, 'disk full'); END")
        _ = shop.till.step([.printer(.finished(PrintJob.ID(1), isConfirmed: false))])
        try allow(in: shop)
        _ = shop.till.step([.line("total")])
        #expect(
            try query("SELECT state FROM print_job", folder: shop.folder.path) == [["sent"]])
    }
}
