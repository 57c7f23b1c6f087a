import Billing
import Seeds
import Testing

@Suite("Discounts")
struct DiscountTests {
    private static func money(_ paise: Int64) -> Money { Money(minorUnits: paise) }

    @Test(
        "a share is rounded half up, an amount is what it is",
        arguments: [
            (Discount.percent(hundredths: 10_00), 100_00, 10_00),
            (.percent(hundredths: 12_50), 99_99, 12_50), (.percent(hundredths: 5_00), 10, 1),
            (.percent(hundredths: 5_00), 9, 0), (.percent(hundredths: 100_00), 33, 33),
            (.amount(money(7_50)), 100_00, 7_50), (.amount(money(7_50)), 5_00, 5_00),
        ] as [(Discount, Int64, Int64)])
    func taken(discount: Discount, amount: Int64, expected: Int64) {
        #expect(discount.taken(off: Self.money(amount)) == Self.money(expected))
    }

    // ₹10 over 1 : 1 : 1 is 333, 333, 333 and a paisa; the first of equals gets it. Over 50 : 30 : 20
    // of a paisa each part is cut off whole; the largest cut gets it.
    @Test(
        "shares are in proportion, and the paise left go to those that were cut most",
        arguments: [
            (10_00, [1, 1, 1], [3_34, 3_33, 3_33]), (1, [50, 30, 20], [1, 0, 0]),
            (2, [50, 30, 20], [1, 1, 0]), (100, [1, 0, 2], [33, 0, 67]), (5, [0, 0], [0, 0]),
            (0, [7, 8], [0, 0]), (7, [100], [7]), (3, [], []),
        ] as [(Int64, [Int64], [Int64])])
    func shared(amount: Int64, weights: [Int64], expected: [Int64]) {
        #expect(Self.money(amount).shared(by: weights.map(Self.money)) == expected.map(Self.money))
    }

    @Test("no share is a paisa or more from its exact part, and together they are the amount")
    func largestRemainder() {
        let seed: UInt64 = 20_261_123
        var random = SeededGenerator(seed: seed)
        for round in 0..<20_000 {
            let top: Int64 = random.once(in: 3) ? 3 : 99_999_999
            let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Self.money(Int64.random(in: 0...top, using: &random))
            }
            let amount = Self.money(
                Int64.random(in: 0...max(weights.total().minorUnits, 1), using: &random))
            if let fault = Self.fault(in: amount.shared(by: weights), of: amount, weights) {
                Issue.record("seed \(seed), round \(round): \(fault)")
                return
            }
        }
    }

    private static func fault(
        in shares: [Money], of amount: Money, _ weights: [Money]
    ) -> String? {
        let whole = Int128(weights.total().minorUnits)
        guard whole > 0 else { return nil }
        guard shares.total() == amount else { return "\(shares) are not \(amount)" }
        for (share, weight) in zip(shares, weights) {
            let exact = Int128(amount.minorUnits) * Int128(weight.minorUnits)
            let given = Int128(share.minorUnits) * whole
            if (given - exact).magnitude >= whole.magnitude { return "\(share) for \(weight)" }
            if weight == .zero, share > .zero { return "\(share) for nothing" }
        }
        return nil
    }

    @Test("a line's discount comes off the line, the bill's is shared over what is left")
    func both() throws {
        let sale = try Sale.after(
            .scan(Shop.offerA), .scan(Shop.offerB, 2),
            .discountSet(line: 2, .percent(hundredths: 10_00)),
            .billDiscountSet(.amount(Self.money(10_00))))
        let bill = try #require(sale.openBill)
        // ₹100 and ₹180 are left: ₹10 over them is 3.571… and 6.428….
        #expect(bill.reckoning.lines.map(\.billDiscount.digits) == ["3.57", "6.43"])
        #expect(bill.totals.gross.digits == "300.00")
        #expect(bill.totals.lineDiscounts.digits == "20.00")
        #expect(bill.totals.billDiscount.digits == "10.00")
        #expect(bill.total.digits == "270.00")
    }

    @Test("a discount down to the cost is given, one beyond it is refused with cost and batch")
    func cost() throws {
        // A1 cost ₹80 and A2 ₹85, both at ₹100: the dearer batch decides.
        let sale = try Sale.after(.scan(Shop.offerA, 2))
        _ = try Sale.after(
            .scan(Shop.offerA, 2), .discountSet(line: nil, .percent(hundredths: 15_00)))
        let beyond = Rejection.discountBelowCost(
            product: "Product A", price: Self.money(84_99), cost: Self.money(85_00), batch: "A2")
        #expect(sale.refusal(of: .discountSet(line: nil, .percent(hundredths: 15_01))) == beyond)
        #expect(sale.refusal(of: .billDiscountSet(.amount(Self.money(30_01)))) == beyond)
    }

    @Test("a line is held to its cost whatever changes: a scan, a quantity, a deletion, a price")
    func laterChanges() throws {
        let sale = try Sale.after(
            .scan(Shop.offerB, 2), .scan(Shop.offerA, 1),
            .billDiscountSet(.amount(Self.money(45_00))))
        // ₹45 off ₹300 is 15 %: A1 keeps ₹85 of cost ₹80. Off ₹200 it would be 22.5 %.
        let left = Rejection.discountBelowCost(
            product: "Product B", price: Self.money(55_00), cost: Self.money(75_00), batch: "B1")
        let one = SaleEvent.quantitySet(line: 1, .one, Shop.offerB)
        #expect(sale.refusal(of: one) != nil)
        let alone = try Sale.after(
            .scan(Shop.offerB, 2), .billDiscountSet(.amount(Self.money(45_00))))
        #expect(alone.refusal(of: one) == left)
        #expect(alone.refusal(of: .priceSet(line: 1, Self.money(90_00))) != nil)
        #expect(sale.refusal(of: .lineDeleted(line: 1)) != nil)
        // Without the discount the same changes are fine.
        let free = try Sale.after(
            .scan(Shop.offerB, 2), .billDiscountSet(.amount(Self.money(45_00))),
            .billDiscountSet(nil), one)
        #expect(free.openBill?.total.digits == "100.00")
    }

    @Test("a discount is not more than there is, nor more than the shop allows")
    func limits() throws {
        let gift = Offer(
            product: Shop.productA, batches: [Shop.batch(1, "free", .one, cost: 0)])
        let sale = try Sale.after(.scan(gift))
        #expect(
            sale.refusal(of: .discountSet(line: 1, .amount(Self.money(100_01))))
                == .discountTooLarge(Self.money(100_01), of: Self.money(100_00)))
        #expect(
            sale.refusal(of: .billDiscountSet(.amount(Self.money(100_01))))
                == .discountTooLarge(Self.money(100_01), of: Self.money(100_00)))
        let terms = BillTerms(discountLimit: 10_00)
        let opening = BillOpening(Shop.reference, terms: terms)
        let strict = try Sale.after(.scanned(gift, .one, opening: opening))
        let over = Rejection.discountOverLimit(hundredths: 10_00)
        #expect(strict.refusal(of: .discountSet(line: 1, .percent(hundredths: 10_01))) == over)
        #expect(strict.refusal(of: .billDiscountSet(.amount(Self.money(10_01)))) == over)
        _ = try Sale.after(
            .scanned(gift, .one, opening: opening),
            .discountSet(line: 1, .amount(Self.money(10_00))))
    }

    @Test("where costs are without tax, price and discount are laid beside the cost with it")
    func costsWithoutTax() throws {
        let product = Shop.product(9, "Soap", rate: 18_00)
        let soap = Offer(
            product: product, batches: [Shop.batch(91, "S1", .one, cost: 84_75)])
        let opening = BillOpening(Shop.reference, terms: BillTerms(costsIncludeTax: false))
        // ₹84.75 and 18 % are ₹100.005: a price of ₹100 is below that.
        #expect(
            Sale.idle.refusal(of: .scanned(soap, .one, opening: opening))
                == .priceBelowCost(
                    product: "Soap", price: Self.money(100_00), cost: Self.money(100_01),
                    batch: "S1"))
        let cheaper = Offer(product: product, batches: [Shop.batch(91, "S1", .one, cost: 84_74)])
        let sale = try Sale.after(.scanned(cheaper, .one, opening: opening))
        #expect(sale.refusal(of: .discountSet(line: 1, .amount(Self.money(1)))) != nil)
    }

    @Test("what was taken off at the sale is in the settlement, line by line")
    func settlement() throws {
        let sale = try Sale.after(
            .scan(Shop.offerA), .scan(Shop.offerB, 2), .billDiscountSet(.amount(Self.money(10_00))),
            .pay(290_00))
        let settlement = try #require(sale.settlement)
        #expect(settlement.lines.map(\.amounts.billDiscount.digits) == ["3.33", "6.67"])
        #expect(settlement.total.digits == "290.00")
        let bill = settlement.bill(number: "BILL-1", cashier: "Asha")
        #expect(bill.subtotal.digits == "300.00")
        #expect(bill.profit.digits == "60.00")
    }
}
