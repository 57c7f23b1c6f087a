import Billing
import Ledger
import Scanning
import ShopFixtures
import Testing
import Till

/// Codes of the shop's own scales, sold.
@Suite("Weights and prices in the shop's own codes")
struct StoreCodeSaleTests {
    /// The walkthrough's shop with a cheese by weight (23), bread by the piece and its scales' codes.
    private func shop() throws -> Shop {
        let shop = try Shop(
            printerName: nil,
            codeRules: CodeRules(
                storeCodes: [
                    StoreCodeLayout("21PPPPPWWWWWC"), StoreCodeLayout("22PPPPPAAAAAC"),
                    StoreCodeLayout("23PPPPPNNNNNC"),
                ]))
        try shop.ledger?.transaction { books in
            let cheese = try books.addProduct(named: "Cheese", code: "23", unit: "kg")
            try books.receive(cheese, "K1", day: 3, quantity: 5, cost: 40_000, price: 60_000)
            let bread = try books.addProduct(named: "Bread", code: "00077")
            try books.receive(bread, "R1", day: 3, quantity: 9, cost: 2_000, price: 5_000)
        }
        return shop
    }

    private func code(_ twelve: String) -> String {
        twelve + "\(GTIN.checkDigit(after: twelve.utf8.map { $0 - 0x30 }))"
    }

    @Test("a weight is the quantity")
    func weight() throws {
        let shop = try shop()
        #expect(shop.type(code("210002300450")).count == 1)
        #expect(shop.type("total").last == "total ₹270.00   1 line")
    }

    @Test("a price of weighed goods becomes the weight it pays, and a difference is said")
    func priceOfWeighed() throws {
        let shop = try shop()
        #expect(shop.type(code("220002330000")).count == 1)
        #expect(shop.type("total").last == "total ₹300.00   1 line")
        #expect(
            shop.type(code("220002309550")).last
                == "The label says ₹95.50; 0.159 kg of it are ₹95.40.")
    }

    @Test("a price of counted goods is the pack's, and a number is how many")
    func priceOfCounted() throws {
        let shop = try shop()
        #expect(shop.type(code("220007704500")).count == 1)
        #expect(shop.type("total").last == "total ₹45.00   1 line")
        shop.type(code("220007704500"))
        #expect(shop.type("total").last == "total ₹90.00   1 line")
        #expect(
            shop.type(code("220007705000")) == [
                "The label says ₹50.00, and it is on the bill at ₹45.00. Put it on a bill of its "
                    + "own, or type how many at that price: Bread"
            ])
        shop.type("void")
        shop.type(code("230007700003"))
        #expect(shop.type("total").last == "total ₹150.00   1 line")
    }

    @Test("a label below cost sells nothing, not even at the catalogue's price")
    func belowCost() throws {
        let shop = try shop()
        #expect(
            shop.type(code("220007701999")).first?.hasPrefix("₹19.99 is below the cost") == true)
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
    }

    @Test("a label of a product that nobody knows, and one with a wrong digit, are refused")
    func refused() throws {
        let shop = try shop()
        #expect(
            shop.type(code("219999900450")) == [
                "No product has the barcode \(code("219999900450")). Nothing was added."
            ])
        let wrong = String(code("210002300450").dropLast()) + "x"
        #expect(shop.type(wrong).first?.contains("Nothing was added.") == true)
    }

    @Test("what the catalogue has word for word goes before the layouts")
    func wordForWord() throws {
        let shop = try shop()
        let whole = code("210002300450")
        try shop.ledger?.transaction { books in
            let box = try books.addProduct(named: "Box", code: whole)
            try books.receive(box, "X1", day: 3, quantity: 5, cost: 100, price: 500)
        }
        #expect(shop.type(whole).first?.hasSuffix("Box") == true)
    }
}
