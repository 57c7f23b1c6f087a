import Billing
import Testing

/// Faults that tests found: each test says what a person may rely on since.
@Suite("Found faults of Billing")
struct BillingFindingsTests {
    @Test(
        "a quantity with very many decimals is refused, it does not stop the till",
        arguments: [
            "1.11111111111111111111", "0.99999999999999999999999999", "9.0000000000000000000",
        ])
    func manyDecimals(text: String) async {
        await #expect(processExitsWith: .success) { [text] in
            #expect(throws: Quantity.ParseError.tooPrecise) { try Quantity(parsing: text) }
        }
    }

    @Test(
        "a comma that stands between no digits is no amount", arguments: ["600,", "1,,200", "1,.5"])
    func strayComma(text: String) {
        #expect(throws: Money.ParseError.notAnAmount) { try Money(parsing: text) }
    }

    @Test(
        "a country code is dropped once: twice is a mistyped number, not somebody's",
        arguments: ["+91 91 98765 43210", "0091 919876543210"])
    func countryCodeTwice(text: String) {
        #expect(throws: Phone.Refusal.self) { try Phone(parsing: text) }
    }

    @Test("a refused scan says what is in stock now, not what was there at the earlier scans")
    func stockThatWentElsewhere() throws {
        let sale = try Sale.after(.scan(Shop.offerA))
        let left = Shop.batch(12, "A2", .one, cost: 85_00)
        let refusal = sale.refusal(of: .scan(Offer(product: Shop.productA, batches: [left]), 2))
        #expect(
            refusal
                == .notEnoughStock(
                    product: "Product A", wanted: Quantity(pieces: 3), inStock: .one, unit: "pc"))
    }

    @Test("a scan or an edit of nothing, or less, is refused, it does not stop the till")
    func nothing() async {
        await #expect(processExitsWith: .success) {
            let sale = try Sale.after(.scan(Shop.offerA))
            for pieces in [0, -1] as [Int64] {
                let edit = SaleEvent.quantitySet(line: 1, Quantity(pieces: pieces), Shop.offerA)
                #expect(Sale.idle.refusal(of: .scan(Shop.offerA, pieces)) == .noQuantity)
                #expect(sale.refusal(of: .scan(Shop.offerA, pieces)) == .noQuantity)
                #expect(sale.refusal(of: edit) == .noQuantity)
            }
        }
    }

    @Test("the trunk zero that people put behind +91 is dropped as it is without +91")
    func trunkZero() throws {
        #expect(try Phone(parsing: "+91 (0) 98765 43210").digits == "9876543210")
        #expect(try Phone(parsing: "0091 0 98765 43210").digits == "9876543210")
    }
}
