import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// Section 269ST of the Income-tax Act: less than two lakh rupees in cash, on one bill and from one
/// person on one day.
@Suite("cash limit")
struct CashLimitTests {
    private let john = "phone 9876543210"

    /// A shop that sells rings at ₹1,00,000 each, on a day that can pass.
    private func jeweller() throws -> (Shop, MovingClock) {
        // 2026-11-15 10:30:00 in a shop whose wall shows UTC.
        let clock = MovingClock(seconds: 1_794_738_600)
        let shop = try Shop(printerName: nil, clock: clock)
        try shop.ledger?.transaction { books in
            let ring = try books.addProduct(named: "Ring", code: "30")
            try books.receive(ring, "R", day: 1, quantity: 9, cost: 1, price: 100_000_00)
        }
        return (shop, clock)
    }

    private func law(_ paid: String) -> String {
        "This customer has paid \(paid) in cash today; ₹200000.00 or more in cash may not be taken "
            + "from one person on one day (Income-tax Act, section 269ST). Take it by UPI, card or "
            + "bank."
    }

    @Test("what one customer pays in cash on one day counts together, whatever they typed")
    func day() throws {
        let (shop, clock) = try jeweller()
        shop.type(john, "30", "cash 100000")
        clock.advance(by: 60)
        shop.type(john, "30")
        let books = try dump(folder: shop.folder.path)
        #expect(shop.type("cash 100000") == [law("₹100000.00")])
        #expect(shop.type("pay cash 100000") == [law("₹100000.00")])
        #expect(shop.type("pay cash 99999.99 card 0.01 12").last?.hasPrefix("BILL-") == true)
        #expect(try dump(folder: shop.folder.path) != books)
        // Another person, nobody, and the same one by other means are free to pay.
        shop.type("phone 9876500000", "30")
        #expect(shop.type("cash 100000").last?.hasPrefix("BILL-") == true)
        shop.type("30")
        #expect(shop.type("cash 100000").last?.hasPrefix("BILL-") == true)
        shop.type(john, "30")
        #expect(shop.type("cash 100000") == [law("₹199999.99")])
        // The next day is another one.
        clock.advance(by: 86_400)
        #expect(shop.type("cash 100000").last?.hasPrefix("BILL-") == true)
    }

    @Test("change does not count, and a tender that was corrected counts as what it was")
    func corrected() throws {
        let (shop, _) = try jeweller()
        shop.type(john, "30", "cash 150000")
        #expect(shop.type("correct BILL-2601000001 cash upi").first?.contains("was UPI") == true)
        shop.type(john, "30")
        #expect(shop.type("cash 100000").last?.hasPrefix("BILL-2601000002") == true)
        // Back to cash would make two lakh of one day.
        #expect(shop.type("correct BILL-2601000001 upi cash") == [law("₹100000.00")])
    }

    @Test("repayments in cash count, those by UPI do not")
    func repayments() throws {
        let clock = MovingClock(seconds: 1_794_738_600)
        let shop = try Shop(
            printerName: nil, clock: clock,
            payment: PaymentSettings(
                upiPayee: nil, cash: .india, creditLimit: Money(minorUnits: 400_000_00)))
        try shop.ledger?.transaction { books in
            let ring = try books.addProduct(named: "Ring", code: "30")
            try books.receive(ring, "R", day: 1, quantity: 9, cost: 1, price: 100_000_00)
        }
        shop.type(john, "3*30", "credit", john)
        #expect(shop.type("repay 150000").first?.contains("repaid by cash") == true)
        #expect(shop.type("repay 50000") == [law("₹150000.00")])
        #expect(shop.type("repay 50000 upi 615").first?.contains("repaid by upi") == true)
        #expect(shop.type("repay 49999.99").first?.contains("owes ₹50000.01") == true)
    }

    @Test("a shop of another country has no such limit")
    func elsewhere() throws {
        let shop = try Shop(
            printerName: nil,
            payment: PaymentSettings(
                upiPayee: nil, cash: CashRules(ceiling: nil, notes: []), creditLimit: .zero))
        try shop.ledger?.transaction { books in
            let ring = try books.addProduct(named: "Ring", code: "30")
            try books.receive(ring, "R", day: 1, quantity: 9, cost: 1, price: 300_000_00)
        }
        shop.type(john, "30")
        #expect(shop.type("cash 300000").last?.hasPrefix("BILL-2601000001") == true)
    }
}
