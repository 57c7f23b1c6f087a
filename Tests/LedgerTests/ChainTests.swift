import GRDB
import Ledger
import ShopFixtures
import Testing

/// The chain of bills, checked against books that somebody wrote into.
@Suite("the chain of bills")
struct ChainTests {
    /// A shop with three bills: two products, a customer, one line from two batches.
    private func soldShop() throws -> Shop {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "cash 100")
        shop.type("3*\(Shop.codeA)", Shop.codeB, "phone 9876543210", "cash 500")
        shop.type("2*\(Shop.codeB)", "price 95", "cash 190")
        return shop
    }

    private func check(_ shop: Shop, slice: Int = 1_000) throws -> ChainCheck {
        let reader = try LedgerReader(folder: shop.folder.path)
        var check = ChainCheck()
        while !check.isDone {
            try reader.read { try check.advance(in: $0, limit: slice) }
        }
        return check
    }

    @Test(
        "bills as they were closed verify, in slices of any size, under one head", arguments: 1...4)
    func sound(slice: Int) throws {
        let shop = try soldShop()
        let found = try check(shop, slice: slice)
        #expect(found.fault == nil)
        #expect(found.sound == 3)
        #expect(found.lastNumber == "BILL-2601000003")
        #expect(try found.headText == check(shop).headText)
        #expect(found.headText?.count == 64)
    }

    @Test("a shop without bills verifies and has no head")
    func empty() throws {
        let found = try check(try Shop(printerName: nil))
        #expect(found.fault == nil)
        #expect(found.headText == nil)
    }

    @Test("a further bill changes the head, and another shop's same bill has another one")
    func heads() throws {
        let shop = try soldShop()
        let before = try check(shop).headText
        shop.type(Shop.codeB, "cash 100")
        let after = try check(shop).headText
        #expect(before != after)
        let other = try Shop(printerName: nil)
        other.type(Shop.codeB, "cash 200")
        #expect(try check(other).headText != before)
    }

    @Test(
        "whatever is changed in the second bill, the second is named and the first is vouched for",
        arguments: [
            "UPDATE bill SET total = total + 1, profit = profit + 1 WHERE id = 2",
            "UPDATE bill SET total_cost = total_cost + 1, profit = profit - 1 WHERE id = 2",
            "UPDATE bill SET customer_name = 'Somebody' WHERE id = 2",
            "UPDATE bill SET customer_email = 'a@example.com' WHERE id = 2",
            "UPDATE bill SET sold_at = '2026-11-15 10:30:01' WHERE id = 2",
            "UPDATE bill SET cashier = cashier || ' ' WHERE id = 2",
            "UPDATE bill SET id = 20 WHERE id = 2",
            "DELETE FROM bill WHERE id = 2",
            "UPDATE bill_line SET name = 'Product C' WHERE bill_id = 2 AND position = 1",
            "DELETE FROM bill_line WHERE bill_id = 2 AND position = 1",
            "INSERT INTO bill_line (bill_id, position, product_id, barcode, name, unit, quantity, "
                + "amount, cost) SELECT 2, 9, product_id, barcode, name, unit, quantity, amount, "
                + "cost FROM bill_line WHERE bill_id = 2 AND position = 1",
            "UPDATE bill_line_batch SET cost = cost - 1 WHERE bill_id = 2 AND position = 0 AND part = 1",
            "UPDATE bill_line_batch SET label = 'A1' WHERE bill_id = 2 AND position = 0 AND part = 1",
            "UPDATE bill_line SET position = 7 WHERE bill_id = 2 AND position = 1",
            "UPDATE payment SET amount = 1 WHERE bill_id = 2",
            "UPDATE payment SET bill_id = 20 WHERE bill_id = 2",
            "UPDATE bill_chain SET hash = zeroblob(32) WHERE id = 2",
            "UPDATE bill_chain SET document_id = 1 WHERE id = 2",
            "DELETE FROM bill_chain WHERE id = 2",
        ])
    func changed(sql: String) throws {
        let shop = try soldShop()
        try shop.tamper(sql)
        let found = try check(shop)
        #expect(found.fault != nil)
        #expect(found.sound == 1)
        #expect(found.lastNumber == "BILL-2601000001")
        let said = "\(try #require(found.fault))"
        #expect(said.contains("2"), "\(said)")
    }

    @Test(
        "what stands beside the chain is found too: rows of no bill, a bill without an entry, a lost end",
        arguments: [
            "INSERT INTO payment (bill_id, position, tender, amount) VALUES (77, 0, 'cash', 1)",
            "INSERT INTO bill_line_batch (bill_id, position, part, batch_id, label, quantity, cost, "
                + "price, mrp) SELECT 77, 0, 0, batch_id, label, quantity, cost, price, mrp "
                + "FROM bill_line_batch LIMIT 1",
            "DELETE FROM bill_chain WHERE id = 3",
            "DELETE FROM bill_chain WHERE id = 3; DELETE FROM payment WHERE bill_id = 3; "
                + "DELETE FROM bill_line_batch WHERE bill_id = 3; "
                + "DELETE FROM bill_line WHERE bill_id = 3; DELETE FROM bill WHERE id = 3",
        ])
    func beside(sql: String) throws {
        let shop = try soldShop()
        try shop.tamper(sql)
        #expect(try check(shop).fault != nil)
    }

    @Test(
        "a column that a later release adds changes no old hash, and is covered once it says something"
    )
    func laterColumn() throws {
        let shop = try soldShop()
        let head = try check(shop).headText
        try shop.tamper("ALTER TABLE bill_line ADD COLUMN later TEXT")
        #expect(try check(shop).headText == head)
        try shop.reopenBooks()
        shop.type(Shop.codeB, "cash 100")
        #expect(try check(shop).sound == 4)
        try shop.tamper("UPDATE bill_line SET later = '' WHERE bill_id = 3")
        #expect(try check(shop).sound == 2)
    }

    @Test("books of a release without the chain get it over every bill they have")
    func migration() throws {
        let shop = try soldShop()
        let head = try check(shop).headText
        try shop.tamper(
            "DROP TABLE bill_chain; DELETE FROM grdb_migrations WHERE identifier = 'bill-chain'")
        try shop.reopenBooks()
        #expect(try check(shop).headText == head)
        shop.type(Shop.codeB, "cash 100")
        #expect(try check(shop).sound == 4)
    }

    @Test("the chain's own rows never change")
    func guarded() throws {
        let shop = try soldShop()
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        for sql in ["DELETE FROM bill_chain", "UPDATE bill_chain SET kind = 'x'"] {
            #expect(throws: DatabaseError.self) {
                try queue.write { try $0.execute(sql: sql) }
            }
        }
    }
}
