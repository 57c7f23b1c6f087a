import Foundation
import Ledger
import ShopFixtures
import Testing

/// The check of a whole shop, over books that are sound and books that somebody or the disk wrote into.
@Suite("the check of the books")
struct BooksCheckTests {
    /// Two products, a customer, a bill of three parts, a price edit.
    private func soldShop() throws -> Shop {
        let shop = try Shop(printerName: nil)
        shop.type("3*\(Shop.codeA)", Shop.codeB, "phone 9876543210", "cash 500")
        shop.type("2*\(Shop.codeB)", "price 95", "cash 190")
        return shop
    }

    private func check(_ shop: Shop, slice: Int = 5_000) throws -> BooksCheck {
        let reader = try LedgerReader(folder: shop.folder.path)
        var check = BooksCheck()
        while !check.isDone {
            do {
                try reader.read { try check.advance(in: $0, limit: slice) }
            } catch {
                check.stopped(by: error)
            }
        }
        return check
    }

    @Test("a sound shop has no fault, in slices of any size", arguments: [1, 2, 3, 5_000])
    func sound(slice: Int) throws {
        let found = try check(try soldShop(), slice: slice)
        #expect(found.faults.isEmpty)
        #expect(found.chain.bills == 2)
        // A1, A2, B1 and batch 0, from which goods in no catalogue are sold.
        #expect(found.batches == 4)
        // Three receipts; A from two batches and B; B again.
        #expect(found.movements == 7)
        #expect(found.tables > 15)
    }

    @Test("an empty shop has no fault")
    func empty() throws {
        #expect(try check(try Shop(printerName: nil, stock: false)).faults.isEmpty)
    }

    @Test(
        "what was written past Galla is named",
        arguments: [
            (
                "UPDATE batch SET quantity = quantity + 1500 WHERE label = 'B1'",
                "batch 3 holds 8.5, but its movements add up to 7"
            ),
            (
                "DELETE FROM stock_movement WHERE id = 1",
                "batch 1 holds 0, but its movements add up to -1"
            ),
            (
                "UPDATE bill_line SET product_id = 77 WHERE bill_id = 1 AND position = 0",
                "1 rows of bill_line name a product that is not there"
            ),
            (
                "UPDATE counter SET value = 1 WHERE name = 'customer'; "
                    + "UPDATE customer SET number = 'CUST0009'",
                "customer number 9 is in use, but only 1 were given"
            ),
            (
                "UPDATE payment SET amount = amount + 1 WHERE bill_id = 2",
                "bill BILL-2601000002 (number 2 of the chain) is not as it was when it was closed"
            ),
        ])
    func changed(sql: String, sentence: String) throws {
        let shop = try soldShop()
        try shop.tamper(sql)
        let faults = try check(shop).faults.map(\.description)
        #expect(faults.contains(sentence), "\(faults)")
    }

    @Test("a till that sells between the slices is no fault")
    func selling() throws {
        let shop = try soldShop()
        let reader = try LedgerReader(folder: shop.folder.path)
        var check = BooksCheck()
        var steps = 0
        while !check.isDone {
            try reader.read { try check.advance(in: $0, limit: 1) }
            steps += 1
            if steps.isMultiple(of: 3), steps < 24 { shop.type(Shop.codeB, "cash 100") }
        }
        #expect(check.faults.isEmpty, "\(check.faults)")
        #expect(check.chain.bills > 2)
    }

    @Test("many wrong batches are named up to a number, and none twice")
    func manyWrong() throws {
        let shop = try soldShop()
        try shop.tamper(
            """
            INSERT INTO batch (product_id, label, received_at, quantity, cost, price)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
            SELECT 1, 'x' || i, '2026-05-01', 1000, 1, 1 FROM n
            """)
        let faults = try check(shop).faults
        #expect(faults.count == 20)
        #expect(Set(faults).count == 20)
    }

    @Test("a page of a table that was overwritten is found, and the other stages go on")
    func overwrittenPage() throws {
        let shop = try soldShop()
        let path = shop.folder.path + "/galla.sqlite"
        let answer = try query(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'payment'", folder: shop.folder.path)
        let root = try #require(UInt64(answer[0][0]))
        try shop.ledger?.close()
        #expect(try Ledger.closeLog(in: shop.folder.path))
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: (root - 1) * 4_096)
        try file.write(contentsOf: Data(repeating: 0xAA, count: 4_096))
        try file.close()
        let found = try check(shop)
        #expect(found.faults.contains { "\($0)".contains("payment") }, "\(found.faults)")
        #expect(found.isDone)
        #expect(found.movements == 7)
    }
}
