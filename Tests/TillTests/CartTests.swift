import Billing
import GRDB
import Ledger
import LineMode
import ShopFixtures
import Testing
import Till

/// `discount`, `item`, `batch` and what they leave in the books.
@Suite("words of the cart")
struct CartTests {
    @Test("discount takes an amount or a share off a line, the last one if none is named")
    func lineDiscount() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, "3*\(Shop.codeB)")
        #expect(
            shop.type("discount 10%") == [
                "  2  3 × ₹100.00 - ₹30.00       ₹270.00  total    ₹370.00  Product B"
            ])
        #expect(
            shop.type("discount 1 7.50") == [
                "  1  1 × ₹100.00 - ₹7.50        ₹92.50  total    ₹362.50  Product A"
            ])
        #expect(
            shop.type("discount 2 0") == [
                "  2         3 × ₹100.00       ₹300.00  total    ₹392.50  Product B"
            ])
        #expect(
            shop.type("discount 1 20.01") == [
                "After the discounts ₹79.99 a unit would be left, below the cost of ₹80.00 of "
                    + "batch A1. Take a discount off first: Product A"
            ])
        #expect(shop.type("discount 3 5") == ["There is no line 3; the bill has 2."])
        shop.type("cash 400")
        #expect(
            try query(
                "SELECT position, amount, discount, bill_discount FROM bill_line ORDER BY 1",
                folder: shop.folder.path)
                == [["0", "10000", "750", "null"], ["1", "30000", "null", "null"]])
    }

    @Test("discount bill is shared over the lines and fixed at the sale")
    func billDiscount() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, "2*\(Shop.codeB)")
        #expect(shop.type("discount bill 10") == ["bill discount ₹10.00   total ₹290.00"])
        #expect(
            shop.type("total") == [
                "  1         1 × ₹100.00       ₹100.00  Product A",
                "  2         2 × ₹100.00       ₹200.00  Product B",
                "bill discount ₹10.00",
                "total ₹290.00   2 lines",
            ])
        #expect(shop.type("discount bill 5%") == ["bill discount ₹15.00   total ₹285.00"])
        #expect(shop.type("discount bill 0") == ["no discount on the bill   total ₹300.00"])
        shop.type("discount bill 10", "cash 300")
        let folder = shop.folder.path
        #expect(
            try query(
                "SELECT subtotal, total, total_cost, profit, line_discounts, bill_discount, "
                    + "change_given FROM bill", folder: folder)
                == [["30000", "29000", "23000", "6000", "null", "1000", "1000"]])
        #expect(
            try query("SELECT bill_discount FROM bill_line ORDER BY position", folder: folder)
                == [["333"], ["667"]])
        let bill = try #require(try shop.lastBill())
        #expect(bill.lines.map(\.amounts.net.digits) == ["96.67", "193.33"])
        #expect(bill.totals.billDiscount.digits == "10.00")
    }

    @Test("a shop's limit on discounts is said")
    func limit() throws {
        let shop = try Shop(printerName: nil, terms: BillTerms(discountLimit: 12_50))
        shop.type(Shop.codeB)
        #expect(
            shop.type("discount 13%") == [
                "This shop takes off 12.5% at most. Type a smaller discount."
            ])
        #expect(shop.type("discount bill 12.51").first?.hasPrefix("This shop takes off") == true)
        #expect(shop.type("discount 12.5%").count == 1)
    }

    @Test("item sells what is in no catalogue, a line each time, without touching stock")
    func item() throws {
        let shop = try Shop(printerName: nil, terms: BillTerms(regime: .regular))
        #expect(
            shop.type("item Tea glass, small 12 gst 5") == [
                "  1          1 × ₹12.00        ₹12.00  total     ₹12.00  Tea glass, small"
            ])
        shop.type("item Paper bag 2", "qty 3")
        #expect(shop.type("batch") == ["Nothing of it is in stock that could be picked: Paper bag"])
        #expect(shop.type("cash 20").first?.hasPrefix("BILL-2601000001   total ₹18.00") == true)
        let folder = shop.folder.path
        #expect(
            try query(
                "SELECT product_id, name, quantity, gst_rate, cgst FROM bill_line ORDER BY position",
                folder: folder)
                == [
                    ["0", "Tea glass, small", "1000", "500", "29"],
                    ["0", "Paper bag", "3000", "0", "0"],
                ])
        #expect(
            try query("SELECT * FROM stock_movement WHERE type = 'sale'", folder: folder).isEmpty)
        #expect(try query("SELECT quantity FROM batch WHERE id = 0", folder: folder) == [["0"]])
        let bill = try #require(try shop.lastBill())
        #expect(bill.lines.map(\.isOpenItem) == [true, true])
        #expect(bill.profit.digits == "18.00")
        #expect(shop.type("find open").first?.hasPrefix("No product has this") == true)
    }

    @Test("what is on the bill is there after a kill: discounts, items, buyer, picked batches")
    func restart() throws {
        let terms = BillTerms(regime: .regular, rounding: .rupee)
        let shop = try Shop(printerName: nil, terms: terms)
        shop.type(
            "2*\(Shop.codeA)", "discount 5%", "item Tea glass 12.40 gst 5", "discount 2 1.25",
            "discount bill 3%", "gstin 27AAPFU0939F1ZV", "buyer Asha Stores", "address Pune")
        shop.type(Shop.codeB, "batch 3", "1")
        let bill = shop.type("total")
        #expect(bill.contains("buyer   27AAPFU0939F1ZV   Pune   Asha Stores"))
        try shop.restart()
        #expect(
            shop.greeting.map(\.text) == ["The open bill of the last run is back:"] + bill)
        shop.type("hold")
        try shop.restart()
        #expect(shop.type("resume 1").dropFirst() == bill[...])
        shop.type("cash 1000")
        let sold = try #require(try shop.lastBill())
        #expect(sold.buyer?.name == "Asha Stores")
        #expect(sold.total.minorUnits % 100 == 0)
        #expect(sold.lines.map(\.amounts.net).total() + sold.totals.roundOff == sold.total)
    }

    @Test(
        "a word without its values says how to type it",
        arguments: [
            ("discount", "Type it as discount [LINE or bill] 5% or 20."),
            ("discount bill", "`bill` is no amount; type it as discount [LINE or bill] 5% or 20."),
            ("discount 1 2 3", "Type it as discount [LINE or bill] 5% or 20."),
            (
                "discount 101%",
                "`101%` is no percentage of 0 to 100; type discount [LINE or bill] 5% or 20."
            ),
            ("discount 5.125%", "5.125% has more than two decimals."),
            ("item Tea", "Type it as item NAME PRICE [gst RATE]."),
            ("item Tea twelve", "`twelve` is no amount; type it as item NAME PRICE [gst RATE]."),
            ("item Tea 12 gst x", "`x` is no percentage; type item NAME PRICE [gst RATE]."),
            ("add 890", "Type it as add CODE NAME PRICE [cost COST] [unit kg] [gst RATE]."),
            ("add 890 Tea 12 cost 13", "That price is below that cost."),
            ("batch x", "X is no line number; type it as batch [LINE]."),
            (
                "gstin 27AAPFU0939F1ZU",
                "A character of that GSTIN is wrong: its last one does not fit the others."
            ),
        ])
    func usage(line: String, answer: String) throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB)
        #expect(shop.type(line) == [answer])
        #expect(shop.type("total").last == "total ₹100.00   1 line")
    }
}
