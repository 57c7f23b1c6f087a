import Billing
import Testing

@Suite("Payment after the stock has changed")
struct SettlementTests {
    private static func offers(_ batches: Batch...) -> [ProductID: Offer] {
        [Shop.productA.id: Offer(product: Shop.productA, batches: batches)]
    }

    @Test("the prices shown stay; batches and costs are those of the payment")
    func pricesStay() throws {
        var sale = try Sale.after(.scan(Shop.offerA, 2))
        let newer = Shop.batch(13, "A3", Quantity(pieces: 5), cost: 92_00, price: 140_00)
        _ = try sale.apply(.pay(200_00, Self.offers(newer)))
        let settlement = try #require(sale.settlement)
        #expect(settlement.total.digits == "200.00")
        #expect(settlement.totalCost.digits == "184.00")
        #expect(settlement.lines[0].parts.map(\.label) == ["A3"])
        #expect(settlement.lines[0].rows.map(\.price.digits) == ["100.00"])
        #expect(sale.openBill?.total == settlement.total, "what was shown is what is paid")
    }

    @Test("two prices that were shown stay two prices over one new batch, and the other way round")
    func rowsStay() throws {
        var sale = try Sale.after(.scan(PriceEditTests.packs, 3))
        let one = Shop.batch(73, "T3", Quantity(pieces: 9), cost: 50_00, price: 130_00)
        let id = PriceEditTests.packs.product.id
        let offers = [id: Offer(product: PriceEditTests.packs.product, batches: [one])]
        _ = try sale.apply(.pay(350_00, offers))
        let line = try #require(sale.settlement?.lines.first)
        #expect(line.rows == sale.openBill?.lines[0].rows)
        #expect(line.parts.map(\.label) == ["T3", "T3"])
        #expect(line.totalCost.digits == "150.00")

        var single = try Sale.after(.scan(Shop.offerA, 3))
        let thirds = (1...3).map { Shop.batch($0, "t\($0)", .one, cost: $0 * 10_00, price: $0) }
        let split = [Shop.productA.id: Offer(product: Shop.productA, batches: thirds)]
        _ = try single.apply(.pay(300_00, split))
        #expect(single.settlement?.lines[0].rows.count == 1)
        #expect(single.settlement?.totalCost.digits == "60.00")
    }

    @Test("a price that a person set stays as well")
    func editedPriceStays() throws {
        var sale = try Sale.after(
            .scan(Shop.offerA, 2), .priceSet(line: nil, Money(minorUnits: 93_00)))
        let newer = Shop.batch(13, "A3", Quantity(pieces: 2), cost: 93_00, price: 140_00)
        _ = try sale.apply(.pay(186_00, Self.offers(newer)))
        #expect(sale.settlement?.total.digits == "186.00")
        #expect(sale.settlement?.totalCost.digits == "186.00")
    }

    @Test("a line that would be sold under the cost of its new batch goes back to the cashier")
    func belowCost() throws {
        let sale = try Sale.after(.scan(Shop.offerB), .scan(Shop.offerA, 2))
        var offers = Shop.offers
        let dear = Shop.batch(13, "A3", Quantity(pieces: 5), cost: 100_01)
        offers[Shop.productA.id] = Offer(product: Shop.productA, batches: [Shop.a1, dear])
        #expect(
            try sale.refusal(of: .pay(1_000_00, offers))
                == .priceBelowCost(
                    product: "Product A", price: Money(minorUnits: 100_00),
                    cost: Money(minorUnits: 100_01), batch: "A3"))
    }

    @Test("a line over the MRP printed on its new batch goes back to the cashier")
    func aboveMRP() throws {
        let sale = try Sale.after(.scan(Shop.offerA))
        let old = Shop.batch(10, "A0", .one, cost: 80_00, price: 95_00, mrp: 95_00)
        #expect(
            try sale.refusal(of: .pay(1_000_00, Self.offers(old)))
                == .priceAboveMRP(
                    product: "Product A", price: Money(minorUnits: 100_00),
                    mrp: Money(minorUnits: 95_00), batch: "A0"))
    }

    @Test("stock that went elsewhere is a shortage that names the line; a smaller bill can be paid")
    func shortage() throws {
        var sale = try Sale.after(.scan(Shop.offerA, 3))
        let left = Self.offers(Shop.batch(12, "A2", Quantity(pieces: 2), cost: 85_00))
        let shortage = { (inStock: Int64) in
            Rejection.notEnoughStock(
                product: "Product A", wanted: Quantity(pieces: 3),
                inStock: Quantity(pieces: inStock), unit: "pc")
        }
        #expect(try sale.refusal(of: .pay(300_00, left)) == shortage(2))
        #expect(try sale.refusal(of: .pay(300_00, [:])) == shortage(0))
        let offer = try #require(left[Shop.productA.id])
        _ = try sale.apply(.quantitySet(line: nil, Quantity(pieces: 2), offer))
        _ = try sale.apply(.pay(200_00, left))
        #expect(sale.settlement?.totalCost.digits == "170.00")
    }

    @Test("no bill without lines is paid")
    func empty() throws {
        let sale = try Sale.after(.scan(Shop.offerA), .lineDeleted(line: nil))
        #expect(sale.openBill?.lines == [])
        #expect(try sale.refusal(of: .pay(100_00)) == .emptyBill)
    }

    @Test("a weighed line's cost is rounded once for each batch and price")
    func weighedCost() throws {
        var sale = try Sale.after(.weigh(Shop.offerRice, 1), .weigh(Shop.offerRice, 1))
        let odd = Shop.batch(31, "R1", Quantity(pieces: 2), cost: 2_00, price: 60_50)
        let offers = [Shop.rice.id: Offer(product: Shop.rice, batches: [odd])]
        _ = try sale.apply(.pay(100_00, offers))
        // Two grams at ₹2 a kilogram are 0.4 paise, at ₹60.50 they are 12.1 paise.
        #expect(sale.settlement?.totalCost == .zero)
        #expect(sale.settlement?.total == Money(minorUnits: 12))
    }
}
