import Billing
import Ledger
import LineMode
import Scanning
import ShopFixtures
import Testing
import Till

/// Returns, credit notes and exchanges: what is typed, what is shown, what is in the books.
@Suite("returns")
struct ReturnTests {
    /// A shop that has sold two of A (₹100, from A1 and A2) and three of B for ₹500 in cash.
    private func shop() throws -> Shop {
        let shop = try Shop(printerName: nil)
        shop.type("2*\(Shop.codeA)", "3*\(Shop.codeB)", "cash 500")
        return shop
    }

    private func stock(_ shop: Shop) throws -> [[String]] {
        try query(
            "SELECT label, quantity FROM batch WHERE id > 0 ORDER BY id", folder: shop.folder.path)
    }

    @Test(
        "one piece comes back into the batch it came from, at its cost; the credit note cites the bill"
    )
    func onePiece() throws {
        let shop = try shop()
        #expect(
            shop.type("return bill-2601000001 1 1 refund cash").last
                == "CN-2601000001   back ₹100.00 of BILL-2601000001   given back by cash ₹100.00")
        // Of A the piece from A2 (cost 85) comes back first.
        #expect(try stock(shop) == [["A1", "0"], ["A2", "10000"], ["B1", "7000"]])
        let note = try #require(try shop.lastBill())
        #expect(note.kind == .creditNote(of: "BILL-2601000001"))
        #expect(note.total == Money(minorUnits: 100_00))
        #expect(note.totalCost == Money(minorUnits: 85_00))
        #expect(
            try query(
                "SELECT type, quantity, bill_id FROM stock_movement WHERE type = 'return'",
                folder: shop.folder.path) == [["return", "1000", "2"]])
        #expect(
            try query(
                "SELECT number, credit_note_of, total, profit FROM bill ORDER BY id",
                folder: shop.folder.path)
                == [
                    ["BILL-2601000001", "null", "50000", "11000"],
                    ["CN-2601000001", "BILL-2601000001", "10000", "1500"],
                ])
        #expect(
            try query("SELECT name, value FROM counter ORDER BY name", folder: shop.folder.path)
                == [["bill-1-26", "1"], ["cn-1-26", "1"]])
        #expect(try query("SELECT * FROM open_bill", folder: shop.folder.path).isEmpty)
    }

    @Test("goods that are worth nothing once rounded come back for nothing, and it is said so")
    func worthNothing() throws {
        let shop = try Shop(printerName: nil, terms: BillTerms(rounding: .rupee))
        shop.type("item Sweet 0.40", "cash 1")
        #expect(
            shop.type("return BILL-2601000001 all", "ok").last
                == "CN-2601000001   back ₹0.00 of BILL-2601000001")
        #expect(
            try query(
                "SELECT number, total, payment_method FROM bill", folder: shop.folder.path)
                == [["BILL-2601000001", "0", "Cash"], ["CN-2601000001", "0", ""]])
        #expect(
            try query("SELECT bill_id FROM payment", folder: shop.folder.path) == [["1"]])
    }

    @Test(
        "the rounding of a bill comes back once, with its last piece", arguments: ["0.60", "5.40"])
    func roundingOnce(price: String) throws {
        let shop = try Shop(printerName: nil, terms: BillTerms(rounding: .rupee))
        shop.type("item Sweet \(price)", "cash 10", "return BILL-2601000001 all refund cash")
        // All of it is back: nothing is owed for naming the bill once more.
        shop.type("return BILL-2601000001")
        #expect(shop.type("refund cash") == ["Nothing is owed to the customer."])
        shop.type("item Salt 5")
        #expect(
            shop.type("cash 10").last
                == "BILL-2601000002   total ₹5.00   cash ₹10.00   change ₹5.00")
        #expect(
            try query("SELECT count(*) FROM bill", folder: shop.folder.path) == [["3"]])
    }

    @Test("never more is given back than was paid, and a last piece never costs the customer")
    func neverMoreThanPaid() throws {
        let shop = try Shop(printerName: nil, terms: BillTerms(rounding: .rupee))
        shop.type("item Big 5.20", "item Small 0.20", "item Tiny 0.05", "cash 5")
        #expect(
            shop.type("return BILL-2601000001 1 1 refund cash").last
                == "CN-2601000001   back ₹5.00 of BILL-2601000001   given back by cash ₹5.00")
        #expect(
            shop.type("return BILL-2601000001 2 1", "ok").last
                == "CN-2601000002   back ₹0.00 of BILL-2601000001")
        #expect(
            shop.type("return BILL-2601000001 all", "ok").last
                == "CN-2601000003   back ₹0.00 of BILL-2601000001")
        #expect(
            try query("SELECT subtotal, round_off, total FROM bill", folder: shop.folder.path)
                == [
                    ["545", "-45", "500"], ["520", "-20", "500"], ["20", "-20", "0"],
                    ["5", "-5", "0"],
                ])
    }

    @Test("never more comes back than was sold less what came back before")
    func neverMore() throws {
        let shop = try shop()
        shop.type("return BILL-2601000001 1 1 refund cash")
        #expect(
            shop.type("return BILL-2601000001 1 2") == ["Only 1 pc of it can come back: Product A"])
        #expect(shop.type("return BILL-2601000001 3 1") == ["There is no line 3; the bill has 2."])
        #expect(
            shop.type("return BILL-2601000001 2 0.5") == ["Sold by the whole pc only: Product B"])
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
        shop.type("return BILL-2601000001 all refund cash")
        #expect(try stock(shop) == [["A1", "1000"], ["A2", "10000"], ["B1", "10000"]])
        #expect(
            shop.type("return BILL-2601000001 all") == [
                "All of BILL-2601000001 has come back already."
            ])
        #expect(
            shop.type("return CN-2601000001 all").last
                == "CN-2601000001 is a credit note. Name the bill on which the goods were sold.")
        #expect(
            shop.type("return BILL-9") == ["No bill has the number BILL-9. Nothing is printed."])
    }

    @Test("a return in steps: the bill's lines, what comes back, how its worth is given back")
    func steps() throws {
        let shop = try shop()
        #expect(
            shop.type("return BILL-2601000001") == [
                "Return of BILL-2601000001, sold 2026-11-15 10:30 AM. return LINE QTY names what "
                    + "comes back, return all brings the rest:",
                "  1  sold     2       ₹200.00  Product A",
                "  2  sold     3       ₹300.00  Product B",
            ])
        #expect(
            shop.type("return 2 2").suffix(2) == [
                "  2  sold     3  back now 2       ₹300.00  Product B",
                "back ₹200.00 of BILL-2601000001: refund cash gives it back; scan goods for an "
                    + "exchange",
            ])
        #expect(
            shop.type("refund cash 150 upi 40") == ["Exactly ₹200.00 has to be given back."])
        #expect(
            shop.type("cash 200") == [
                "₹200.00 is owed to the customer: type refund cash, or scan more goods."
            ])
        #expect(shop.type("hold") == ["The bill has no line yet. Scan something first."])
        try shop.restart()
        #expect(
            shop.type("refund cash 150 upi 50").last
                == "CN-2601000001   back ₹200.00 of BILL-2601000001   given back by cash ₹150.00 + "
                + "upi ₹50.00")
    }

    @Test("goods scanned afterwards make an exchange: the balance is paid, both documents cite it")
    func exchangePaid() throws {
        let shop = try shop()
        shop.type("return BILL-2601000001 2 1", "2*\(Shop.codeA)")
        #expect(shop.type("total").last == "back ₹100.00 of BILL-2601000001   to pay ₹100.00")
        #expect(shop.type("cash 99") == ["Not enough: ₹1.00 is missing."])
        #expect(
            shop.type("cash 150") == [
                "CN-2601000001   back ₹100.00 of BILL-2601000001   given back by exchange ₹100.00",
                "BILL-2601000002   total ₹200.00   exchange ₹100.00 + cash ₹150.00   "
                    + "change ₹50.00",
            ])
        #expect(
            try query(
                "SELECT b.number, p.tender, p.amount, p.reference FROM payment p "
                    + "JOIN bill b ON b.id = bill_id WHERE b.id > 1 ORDER BY b.id, position",
                folder: shop.folder.path)
                == [
                    ["CN-2601000001", "exchange", "10000", "null"],
                    ["BILL-2601000002", "exchange", "10000", "CN-2601000001"],
                    ["BILL-2601000002", "cash", "15000", "null"],
                ])
    }

    @Test("an exchange for something cheaper gives the balance back")
    func exchangeRefunded() throws {
        let shop = try shop()
        shop.type("return BILL-2601000001 2 3", Shop.codeA)
        #expect(
            shop.type("refund") == [
                "CN-2601000001   back ₹300.00 of BILL-2601000001   given back by "
                    + "exchange ₹100.00 + cash ₹200.00",
                "BILL-2601000002   total ₹100.00   exchange ₹100.00   change ₹0.00",
            ])
    }

    @Test("an even exchange is closed by ok")
    func even() throws {
        let shop = try shop()
        shop.type("return BILL-2601000001 2 1", Shop.codeA)
        #expect(shop.type("ok").last?.hasPrefix("BILL-2601000002   total ₹100.00") == true)
    }

    @Test("a bill on account goes back to the account, and its customer comes with it")
    func account() throws {
        let shop = try Shop(printerName: nil)
        shop.type("phone 9876543210", "2*\(Shop.codeB)", "credit")
        shop.type("return BILL-2601000001 1 1 refund")
        #expect(try shop.lastBill()?.customer?.number == "CUST0001")
        shop.type("phone 9876543210")
        #expect(shop.type("statement").last == "owes ₹100.00   limit ₹2000.00")
    }

    @Test("discounts and tax come back with the goods, to the paisa, however they are cut")
    func discounts() throws {
        let shop = try Shop(printerName: nil)
        shop.type("3*\(Shop.codeB)", "discount bill 10", "cash 290")
        for _ in 0..<3 { shop.type("return BILL-2601000001 1 1 refund cash") }
        #expect(
            try query("SELECT total FROM bill WHERE id > 1 ORDER BY id", folder: shop.folder.path)
                == [["9667"], ["9666"], ["9667"]])
    }

    @Test(
        "an open return survives a kill; voiding it leaves the bill as it was, and the audit knows")
    func survives() throws {
        let shop = try shop()
        shop.type("return BILL-2601000001 1 2", Shop.codeB)
        let before = shop.type("total")
        try shop.restart()
        #expect(shop.type("total") == before)
        shop.type("void changed their mind")
        #expect(
            try query("SELECT event, reason FROM audit", folder: shop.folder.path)
                == [["void", "changed their mind"]])
        #expect(try query("SELECT * FROM open_return", folder: shop.folder.path).isEmpty)
    }
}
