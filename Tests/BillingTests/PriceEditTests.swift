import Billing
import Testing

@Suite("Price edits and MRP")
struct PriceEditTests {
    /// One pack at MRP 110, then ten at MRP 120; cost 70 and 90.
    static let packs = Offer(
        product: Shop.product(7, "Tea 250 g"),
        batches: [
            Shop.batch(71, "T1", .one, cost: 70_00, price: 110_00, mrp: 110_00),
            Shop.batch(72, "T2", Quantity(pieces: 10), cost: 90_00, price: 120_00, mrp: 120_00),
        ])

    @Test("a price is set on the line that was named, and leaves the others")
    func namedLine() throws {
        var sale = try Sale.after(.scan(Shop.offerA), .scan(Shop.offerB))
        #expect(
            try sale.apply(.priceSet(line: 1, Money(minorUnits: 99_99))) == [.lineChanged(0)])
        #expect(sale.openBill?.lines.map(\.amount.digits) == ["99.99", "100.00"])
        #expect(sale.openBill?.lines.map(\.isPriceEdited) == [true, false])
    }

    @Test("more pieces of a line whose price was set cost the same")
    func morePieces() throws {
        var sale = try Sale.after(
            .scan(Shop.offerA), .priceSet(line: nil, Money(minorUnits: 90_00)),
            .scan(Shop.offerA, 2))
        #expect(sale.openBill?.total.digits == "270.00")
        _ = try sale.apply(.quantitySet(line: nil, Quantity(pieces: 5), Shop.offerA))
        #expect(sale.openBill?.total.digits == "450.00")
        #expect(sale.openBill?.lines[0].rows.count == 1)
    }

    @Test("a piece more is refused when its batch cost more than the price that was set")
    func nextBatchCostsMore() throws {
        let sale = try Sale.after(
            .scan(Shop.offerA), .priceSet(line: nil, Money(minorUnits: 82_00)))
        let expected = Rejection.priceBelowCost(
            product: "Product A", price: Money(minorUnits: 82_00), cost: Money(minorUnits: 85_00),
            batch: "A2")
        #expect(sale.refusal(of: .scan(Shop.offerA)) == expected)
        let edit = SaleEvent.quantitySet(line: nil, Quantity(pieces: 2), Shop.offerA)
        #expect(sale.refusal(of: edit) == expected)
    }

    @Test("one line over two prices is two rows, each with its own amount")
    func twoPrices() throws {
        let sale = try Sale.after(.scan(Self.packs, 3))
        let line = try #require(sale.openBill?.lines.first)
        #expect(line.rows.map(\.price.digits) == ["110.00", "120.00"])
        #expect(line.rows.map(\.quantity.digits) == ["1", "2"])
        #expect(line.amount.digits == "350.00")
    }

    @Test("a price above the lowest MRP behind the line is refused, naming that batch")
    func aboveMRP() throws {
        var sale = try Sale.after(.scan(Self.packs, 2))
        #expect(
            sale.refusal(of: .priceSet(line: nil, Money(minorUnits: 110_01)))
                == .priceAboveMRP(
                    product: "Tea 250 g", price: Money(minorUnits: 110_01),
                    mrp: Money(minorUnits: 110_00), batch: "T1"))
        _ = try sale.apply(.priceSet(line: nil, Money(minorUnits: 110_00)))
        #expect(sale.openBill?.total.digits == "220.00")
    }

    @Test("goods that would be sold under cost or over MRP are refused at the scan already")
    func badBatch() {
        let loss = Shop.batch(81, "L", .one, cost: 100_01)
        #expect(
            Sale.idle.refusal(of: .scan(Offer(product: Shop.productA, batches: [loss])))
                == .priceBelowCost(
                    product: "Product A", price: Money(minorUnits: 100_00),
                    cost: Money(minorUnits: 100_01), batch: "L"))
        let dear = Shop.batch(82, "D", .one, cost: 80_00, mrp: 99_99)
        #expect(
            Sale.idle.refusal(of: .scan(Offer(product: Shop.productA, batches: [dear])))
                == .priceAboveMRP(
                    product: "Product A", price: Money(minorUnits: 100_00),
                    mrp: Money(minorUnits: 99_99), batch: "D"))
    }

    @Test("the refusal names the dearest of several batches that cost more than the price")
    func dearestBatch() throws {
        let offer = Offer(
            product: Shop.productA,
            batches: [
                Shop.batch(1, "x", .one, cost: 80_00), Shop.batch(2, "y", .one, cost: 95_00),
                Shop.batch(3, "z", .one, cost: 90_00),
            ])
        let sale = try Sale.after(.scan(offer, 3))
        #expect(
            sale.refusal(of: .priceSet(line: nil, .zero))
                == .priceBelowCost(
                    product: "Product A", price: .zero, cost: Money(minorUnits: 95_00),
                    batch: "y"))
    }

    @Test("a bill never grows beyond its limit, by a price, a quantity or a scan")
    func limit() throws {
        let offer = Offer(
            product: Shop.productA,
            batches: [
                Shop.batch(
                    1, "gold", Quantity(pieces: 100), cost: 0, price: Money.limit.minorUnits)
            ])
        // Ten times the largest amount is ten paise under the limit of a bill.
        let full = try Sale.after(.scan(offer, 10))
        #expect(full.openBill?.total == Money.limit * Quantity(pieces: 10))
        #expect(full.refusal(of: .scan(offer)) == .billTooLarge)
        #expect(full.refusal(of: .scan(Shop.offerB)) == .billTooLarge)
        let eleven = SaleEvent.quantitySet(line: 1, Quantity(pieces: 11), offer)
        #expect(full.refusal(of: eleven) == .billTooLarge)
        #expect(Sale.idle.refusal(of: .scan(offer, 11)) == .billTooLarge)
        let cheap = try Sale.after(.scan(offer), .priceSet(line: 1, .zero), .scan(offer, 99))
        #expect(cheap.refusal(of: .priceSet(line: 1, .limit)) == .billTooLarge)
    }
}
