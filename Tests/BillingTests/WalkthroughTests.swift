import Billing
import Testing

/// The first sale, with the numbers that it was specified with.
@Suite("The walkthrough")
struct WalkthroughTests {
    private func cart() throws -> Sale {
        try .after(
            .scan(Shop.offerA), .scan(Shop.offerA), .scan(Shop.offerB), .scan(Shop.offerB),
            .scan(Shop.offerB))
    }

    @Test("two A and three B are two lines and ₹500.00")
    func lines() throws {
        let bill = try #require(try cart().openBill)
        #expect(bill.lines.map(\.product.name) == ["Product A", "Product B"])
        #expect(bill.lines.map(\.amount.digits) == ["200.00", "300.00"])
        #expect(bill.total.digits == "500.00")
        #expect(bill.lines[0].parts.map(\.label) == ["A1", "A2"])
        #expect(bill.lines[0].rows.count == 1, "two batches at one price are one row")
    }

    @Test("₹600 in cash: cost 390.00, profit 110.00, change 100.00")
    func bill() throws {
        var sale = try cart()
        _ = try sale.apply(.customerLinked(Shop.john, opening: Shop.opening))
        _ = try sale.apply(.pay(600_00))
        let settlement = try #require(sale.settlement)
        let bill = settlement.bill(number: "BILL-2401000001", cashier: "Asha")
        #expect(bill.subtotal.digits == "500.00")
        #expect(bill.total.digits == "500.00")
        #expect(bill.totalCost.digits == "390.00")
        #expect(bill.profit.digits == "110.00")
        #expect(bill.change.digits == "100.00")
        #expect(bill.payments == [Shop.cash(600_00)])
        #expect(bill.paymentMethod == "Cash")
        #expect(bill.customer == Shop.john)
        #expect(bill.reference == Shop.reference)
        #expect(bill.invoiceNumber == bill.number)
        #expect(bill.soldAt.receiptText == "2025-01-15 10:30 AM")
        #expect(bill.lines.map(\.totalCost.digits) == ["165.00", "225.00"])
    }

    @Test("without a phone the bill has no customer")
    func noCustomer() throws {
        var sale = try cart()
        _ = try sale.apply(.pay(500_00))
        #expect(sale.settlement?.customer == nil)
        #expect(sale.settlement?.change == .zero)
    }

    @Test("₹499.99 for ₹500 is one paisa short")
    func short() throws {
        let sale = try cart()
        #expect(try sale.refusal(of: .pay(499_99)) == .cashShort(Money(minorUnits: 1)))
        #expect(try sale.refusal(of: .pay(0)) == .cashShort(Money(minorUnits: 500_00)))
    }

    @Test(
        "two A over batches at 80 and 85: price 85 is accepted, 82 is refused naming 85.00 and A2")
    func prices() throws {
        var sale = try Sale.after(.scan(Shop.offerA, 2))
        let refusal = sale.refusal(of: .priceSet(line: nil, Money(minorUnits: 82_00)))
        #expect(
            refusal
                == .priceBelowCost(
                    product: "Product A", price: Money(minorUnits: 82_00),
                    cost: Money(minorUnits: 85_00), batch: "A2"))
        _ = try sale.apply(.priceSet(line: nil, Money(minorUnits: 85_00)))
        #expect(sale.openBill?.total.digits == "170.00")
        let again = sale.refusal(of: .priceSet(line: 1, Money(minorUnits: 84_99)))
        #expect(
            again
                == .priceBelowCost(
                    product: "Product A", price: Money(minorUnits: 84_99),
                    cost: Money(minorUnits: 85_00), batch: "A2"))
        _ = try sale.apply(.pay(170_00))
        #expect(sale.settlement?.totalCost.digits == "165.00")
    }

    @Test("more pieces than there are in stock are refused with both numbers")
    func shortage() throws {
        let shortage = { (wanted: Int64) in
            Rejection.notEnoughStock(
                product: "Product A", wanted: Quantity(pieces: wanted),
                inStock: Quantity(pieces: 11), unit: "pc")
        }
        #expect(Sale.idle.refusal(of: .scan(Shop.offerA, 12)) == shortage(12))
        var sale = try Sale.after(.scan(Shop.offerA, 11))
        #expect(sale.refusal(of: .scan(Shop.offerA)) == shortage(12))
        let more = SaleEvent.quantitySet(line: nil, Quantity(pieces: 13), Shop.offerA)
        #expect(sale.refusal(of: more) == shortage(13))
        #expect(sale.openBill?.total.digits == "1100.00")
        _ = try sale.apply(.pay(1_100_00))
        #expect(sale.settlement?.totalCost.digits == "930.00")
    }
}
