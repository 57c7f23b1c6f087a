import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// Goods in hand that the books do not have.
@Suite("goods outside the books")
struct BelowZeroTests {
    private static let stock = """
        SELECT label, quantity, cost, is_below_zero FROM batch WHERE product_id = 1 ORDER BY id
        """
    private static let movements = """
        SELECT type, batch_id, quantity, is_below_zero FROM stock_movement
        WHERE product_id = 1 AND type <> 'receipt' ORDER BY id
        """

    /// What the movements of each batch add up to is what is left of it.
    private func checkStock(_ shop: Shop) throws {
        let wrong = try query(
            """
            SELECT b.label FROM batch b WHERE b.quantity <> (
                SELECT coalesce(sum(m.quantity), 0) FROM stock_movement m WHERE m.batch_id = b.id)
            """, folder: shop.folder.path)
        #expect(wrong == [])
    }

    @Test("without leave, more than there is stays refused")
    func refused() throws {
        let shop = try Shop(printerName: nil)
        #expect(
            shop.type("12*\(Shop.codeA)") == ["Only 11 pc in stock, 12 wanted: Product A"])
    }

    @Test("with leave it is sold at the last cost, flagged, and made up for by the next receipt")
    func soldAndSettled() throws {
        let shop = try Shop(printerName: nil, rules: CounterRules(sellsBelowZero: true))
        #expect(
            shop.type("13*\(Shop.codeA)") == [
                "  1        13 × ₹100.00      ₹1300.00  total   ₹1300.00  Product A",
                "2 pc are not in the books: sold at the last cost and flagged until stock is "
                    + "received: Product A",
            ])
        #expect(shop.type("cash 1300").first?.hasPrefix("BILL-2601000001") == true)
        // One cost ₹80, ten ₹85 and two the last cost, ₹85.
        #expect(try shop.lastBill()?.totalCost.digits == "1100.00")
        #expect(try shop.lastBill()?.lines[0].parts.map(\.isBelowZero) == [false, false, true])
        let folder = shop.folder.path
        #expect(
            try query(Self.stock, folder: folder) == [
                ["A1", "0", "8000", "0"], ["A2", "0", "8500", "0"],
                ["below zero 1", "-2000", "8500", "1"],
            ])
        #expect(
            try query(Self.movements, folder: folder) == [
                ["sale", "1", "-1000", "null"], ["sale", "2", "-10000", "null"],
                ["sale", "4", "-2000", "1"],
            ])
        try checkStock(shop)
        try shop.ledger?.transaction { books in
            try books.receive(ProductID(1), "A3", day: 20, quantity: 10, cost: 9_000)
        }
        #expect(
            try query(Self.stock, folder: folder).suffix(2) == [
                ["below zero 1", "0", "8500", "1"], ["A3", "8000", "9000", "0"],
            ])
        #expect(
            try query(Self.movements, folder: folder).suffix(2) == [
                ["deficit", "5", "-2000", "null"], ["deficit", "4", "2000", "null"],
            ])
        try checkStock(shop)
        #expect(shop.type("8*\(Shop.codeA)").count == 1)
    }

    @Test("a receipt smaller than what is owed leaves the rest owed, each at its own cost")
    func partlySettled() throws {
        let shop = try Shop(printerName: nil, rules: CounterRules(sellsBelowZero: true))
        shop.type("14*\(Shop.codeA)", "cash 1400")
        try shop.ledger?.transaction { books in
            try books.receive(ProductID(1), "A3", day: 20, quantity: 2, cost: 9_000)
        }
        shop.type("2*\(Shop.codeA)", "cash 200")
        #expect(try shop.lastBill()?.totalCost.digits == "180.00")
        let folder = shop.folder.path
        #expect(
            try query(Self.stock, folder: folder).suffix(3) == [
                ["below zero 1", "-1000", "8500", "1"], ["A3", "0", "9000", "0"],
                ["below zero 2", "-2000", "9000", "1"],
            ])
        try checkStock(shop)
        try shop.ledger?.transaction { books in
            try books.receive(ProductID(1), "A4", day: 21, quantity: 10, cost: 9_000)
        }
        #expect(try query(Self.stock, folder: folder).last == ["A4", "7000", "9000", "0"])
        try checkStock(shop)
    }

    @Test("a bill below zero survives a kill, and its quantity can be changed and taken out")
    func edits() throws {
        let shop = try Shop(printerName: nil, rules: CounterRules(sellsBelowZero: true))
        shop.type("12*\(Shop.codeA)")
        let bill = shop.type("total")
        try shop.restart()
        #expect(shop.type("total") == bill)
        #expect(shop.type("qty 20").last?.hasPrefix("9 pc are not in the books") == true)
        #expect(shop.type("qty 3").count == 1)
        shop.type("cash 300")
        #expect(try shop.lastBill()?.lines[0].parts.map(\.isBelowZero) == [false, false])
        try checkStock(shop)
    }

    @Test("expired stock is not sold as goods outside the books")
    func expired() throws {
        let shop = try Shop(printerName: nil, rules: CounterRules(sellsBelowZero: true))
        try shop.ledger?.transaction { books in
            let milk = try books.addProduct(named: "Milk", code: "30")
            let may = try #require(CivilDate(iso: "2026-05-01"))
            try books.receive(
                BatchReceipt(
                    product: milk, label: "M1", receivedOn: may, expiresOn: may,
                    quantity: .one, cost: .zero, price: Money(minorUnits: 100), mrp: nil), at: 1)
        }
        #expect(shop.type("30") == ["Only 0 pc in stock, 1 wanted: Milk"])
    }

    @Test("add makes an unknown code a product with its goods in hand, where that is allowed")
    func quickAdd() throws {
        let strict = try Shop(printerName: nil)
        let line = "add 8901000000033 Masala tea 250 g 95.50 cost 80 gst 5"
        #expect(
            strict.type(line) == [
                "This shop does not allow that; quick_add in galla.toml says so."
            ])
        let shop = try Shop(printerName: nil, rules: CounterRules(addsProducts: true))
        #expect(
            shop.type(line) == [
                "Now a product: 8901000000033. Its stock is flagged until it is received: "
                    + "Masala tea 250 g",
                "  1          1 × ₹95.50        ₹95.50  total     ₹95.50  Masala tea 250 g",
                "1 pc are not in the books: sold at the last cost and flagged until stock is "
                    + "received: Masala tea 250 g",
            ])
        #expect(shop.type("8901000000033").first?.contains("2 × ₹95.50") == true)
        #expect(
            shop.type(line) == [
                "That code is a product already; nothing was changed: Masala tea 250 g"
            ])
        shop.type("cash 200")
        #expect(
            try query(
                "SELECT total, total_cost FROM bill", folder: shop.folder.path)
                == [["19100", "16000"]])
        #expect(
            try query(
                "SELECT name, gst_rate, rate_since FROM product WHERE id = 3",
                folder: shop.folder.path) == [["Masala tea 250 g", "500", "2026-11-15"]])
        try checkStock(shop)
        // Goods that were in the books once are not covered by that.
        #expect(
            shop.type("11*\(Shop.codeB)") == ["Only 10 pc in stock, 11 wanted: Product B"])
        #expect(shop.type("add 8901000000034 Tea 5").first?.contains("8901000000034") == true)
        try checkStock(shop)
    }
}
