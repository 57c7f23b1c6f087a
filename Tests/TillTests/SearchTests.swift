import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// `find`, and the number typed behind it.
@Suite("find and pick")
struct SearchTests {
    @Test("hits are a table with price and stock, names last; a number adds one more of its row")
    func pick() throws {
        let shop = try Shop(printerName: nil)
        #expect(
            shop.type("find product") == [
                "Type 1 to 2 to add one:",
                "  1       ₹100.00         11 pc  Product A",
                "  2       ₹100.00         10 pc  Product B",
            ])
        #expect(
            shop.type("2") == [
                "  1         1 × ₹100.00       ₹100.00  total    ₹100.00  Product B"
            ])
        shop.type("find 000026")
        #expect(
            shop.type("1") == [
                "  1         2 × ₹100.00       ₹200.00  total    ₹200.00  Product B"
            ])
        shop.type("cash 200")
        #expect(try shop.lastBill()?.lines.map(\.product.barcode) == [Shop.codeB])
    }

    @Test("any other line forgets the hits, and a code of one digit is a code again")
    func forgotten() throws {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            let c = try books.addProduct(named: "Loose tea", code: "2", unit: "kg")
            try books.receive(c, "C1", day: 3, quantity: 5, cost: 100)
        }
        let tea = "Loose tea"
        for between in ["total", "", "nonsense", "1"] {
            shop.type("find product", between)
            #expect(shop.type("2").last?.hasSuffix(tea) == true, "after `\(between)`")
        }
        shop.type("find product")
        #expect(shop.type("3*2").last?.hasSuffix(tea) == true)
    }

    @Test("a number that is not in the list is refused and the list stays")
    func outside() throws {
        let shop = try Shop(printerName: nil)
        shop.type("find product")
        #expect(shop.type("3") == ["There is no 3 in the list; it has 2. Nothing was added."])
        #expect(shop.type("1").first?.hasSuffix("Product A") == true)
    }

    @Test("nothing found is one line; what is sold out is shown and refused when picked")
    func nothing() throws {
        let shop = try Shop(printerName: nil)
        _ = try shop.ledger?.transaction { try $0.addProduct(named: "बासी रोटी", code: "40") }
        #expect(shop.type("find xyz") == ["No product has this in its name or code: xyz"])
        #expect(
            shop.type("find रोटी") == [
                "Type 1 to add one:", "  1             -          0 pc  बासी रोटी",
            ])
        #expect(shop.type("1") == ["Only 0 pc in stock, 1 wanted: बासी रोटी"])
    }

    @Test("nine are shown, and that there are more")
    func many() throws {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            for number in 10..<20 { _ = try books.addProduct(named: "Soap", code: "s\(number)") }
        }
        let rows = shop.type("find soap")
        #expect(rows.count == 11)
        #expect(rows.last == "There are more: type more of the name.")
    }
}
