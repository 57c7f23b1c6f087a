import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// What the till makes of codes whose capitals and small letters a scanner has exchanged.
@Suite("codes with capitals and small letters exchanged")
struct ExchangedCaseTests {
    private func shop(_ codes: String...) throws -> Shop {
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            for code in codes {
                let product = try books.addProduct(named: "Thing \(code)", code: code)
                try books.receive(product, "T1", day: 3, quantity: 5, cost: 4_000, price: 6_000)
            }
        }
        return shop
    }

    @Test("a code that only the exchanged case makes known is sold, and that is said")
    func sold() throws {
        let rows = try shop("Ab-12").type("aB-12")
        #expect(rows.count == 2 && rows[0].hasSuffix("Thing Ab-12"))
        #expect(rows[1].contains("No product has the barcode aB-12; Ab-12 was sold"))
    }

    @Test("where both are known each is itself, and nothing is said")
    func both() throws {
        let shop = try shop("Ab-12", "aB-12")
        for code in ["aB-12", "Ab-12"] {
            let rows = shop.type(code)
            #expect(rows.count == 1 && rows[0].hasSuffix("Thing \(code)"))
        }
    }

    @Test(
        "a code that is not the exact exchange, or has no letters, is unknown",
        arguments: ["AB-12", "ab-12", "12-34", "aB-13"])
    func unknown(_ code: String) throws {
        #expect(
            try shop("Ab-12").type(code) == [
                "No product has the barcode \(code). Nothing was added."
            ])
    }

    @Test("a product that is sold out is refused, and nothing is said to have been sold")
    func refused() throws {
        let rows = try shop("Ab-12").type("9*aB-12")
        #expect(rows.count == 1 && !rows[0].contains("was sold"))
    }
}
