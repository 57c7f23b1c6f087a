import Billing
import Testing

@Suite("Batches that a person picks")
struct BatchChoiceTests {
    /// Three packs at MRP 110, then ten at MRP 120.
    static let old = Shop.batch(
        71, "T1", Quantity(pieces: 3), cost: 70_00, price: 110_00, mrp: 110_00)
    static let new = Shop.batch(
        72, "T2", Quantity(pieces: 10), cost: 90_00, price: 120_00, mrp: 120_00)
    static let tea = Shop.product(7, "Tea 250 g")
    static let offer = Offer(product: tea, batches: [old, new])
    static let offers = [tea.id: offer]

    @Test("the stock of each printed price is an offer of its own, the oldest first")
    func groups() {
        let third = Shop.batch(73, "T3", .one, cost: 70_00, price: 110_00, mrp: 110_00)
        let groups = Offer(product: Self.tea, batches: [Self.old, Self.new, third]).byMRP
        #expect(groups.map { $0.batches.map(\.label) } == [["T1", "T3"], ["T2"]])
        #expect(groups.map(\.isPicked) == [true, true])
        #expect(Self.offer.onlyMRP == nil)
        #expect(groups[0].onlyMRP == .some(.some(Money(minorUnits: 110_00))))
        #expect(Shop.offerA.onlyMRP == .some(nil))
    }

    @Test("the lowest printed price comes first where nobody looks; bare packs come last")
    func lowest() {
        let bare = Shop.batch(74, "T0", .one, cost: 70_00)
        let offer = Offer(product: Self.tea, batches: [bare, Self.new, Self.old])
        #expect(offer.lowestMRPFirst.batches.map(\.label) == ["T1", "T2", "T0"])
    }

    @Test("packs of two printed prices are two lines, and further packs find theirs")
    func twoLines() throws {
        let groups = Self.offer.byMRP
        let sale = try Sale.after(
            .scan(groups[0]), .scan(groups[1], 2), .scan(groups[0], 2))
        let bill = try #require(sale.openBill)
        #expect(bill.lines.map(\.amount.digits) == ["330.00", "240.00"])
        #expect(bill.lines.map { $0.parts.map(\.label) } == [["T1"], ["T2"]])
        #expect(
            sale.refusal(of: .scan(groups[0]))
                == .notEnoughStock(
                    product: "Tea 250 g", wanted: Quantity(pieces: 4),
                    inStock: Quantity(pieces: 3), unit: "pc"))
    }

    @Test("two lines of a product never take the same piece, whatever is edited")
    func sharedStock() throws {
        let groups = Self.offer.byMRP
        let sale = try Sale.after(.scan(groups[1], 10), .scan(groups[0], 2))
        let edit = SaleEvent.quantitySet(line: 2, Quantity(pieces: 4), Self.offer)
        #expect(
            sale.refusal(of: edit)
                == .notEnoughStock(
                    product: "Tea 250 g", wanted: Quantity(pieces: 4),
                    inStock: Quantity(pieces: 3), unit: "pc"))
        var paid = sale
        _ = try paid.apply(.quantitySet(line: 2, Quantity(pieces: 3), Self.offer))
        _ = try paid.apply(.pay(2_000_00, Self.offers))
        let lines = try #require(paid.settlement?.lines)
        #expect(lines.map { $0.parts.map(\.label) } == [["T2"], ["T1"]])
        #expect(paid.settlement?.totalCost.digits == "1110.00")
    }

    @Test("a line moves to the batch that is picked, at its price; the payment keeps it there")
    func pick() throws {
        var sale = try Sale.after(.scan(Self.offer, 2))
        #expect(sale.openBill?.total.digits == "220.00")
        _ = try sale.apply(
            .batchPicked(line: 1, Offer(product: Self.tea, batches: [Self.new], isPicked: true)))
        #expect(sale.openBill?.total.digits == "240.00")
        _ = try sale.apply(.pay(240_00, Self.offers))
        #expect(sale.settlement?.lines[0].parts.map(\.label) == ["T2"])
    }

    @Test("a price that was set stays when another batch is picked, if that may be sold so")
    func editedPrice() throws {
        let sale = try Sale.after(
            .scan(Self.offer), .priceSet(line: 1, Money(minorUnits: 80_00)))
        let other = Offer(product: Self.tea, batches: [Self.new], isPicked: true)
        #expect(
            sale.refusal(of: .batchPicked(line: 1, other))
                == .priceBelowCost(
                    product: "Tea 250 g", price: Money(minorUnits: 80_00),
                    cost: Money(minorUnits: 90_00), batch: "T2"))
    }

    @Test("a batch that has too little of it is not picked")
    func tooLittle() throws {
        let sale = try Sale.after(.scan(Self.offer, 5))
        let other = Offer(product: Self.tea, batches: [Self.old], isPicked: true)
        #expect(
            sale.refusal(of: .batchPicked(line: 1, other))
                == .notEnoughStock(
                    product: "Tea 250 g", wanted: Quantity(pieces: 5),
                    inStock: Quantity(pieces: 3), unit: "pc"))
    }

    @Test("an open item is a line of its own each time, with any quantity and no batch to pick")
    func openItems() throws {
        let item = OpenItem(
            name: try Text("Tea glass"), price: Money(minorUnits: 12_00),
            rate: TaxRate(hundredths: 5_00))
        let opening = BillOpening(Shop.reference, terms: BillTerms(regime: .regular))
        var sale = try Sale.after(
            .itemAdded(item, opening: opening), .itemAdded(item, opening: opening),
            .quantitySet(line: 2, Quantity(pieces: 4), Offer(product: Self.tea, batches: [])))
        #expect(sale.openBill?.lines.map(\.amount.digits) == ["12.00", "48.00"])
        #expect(
            sale.refusal(of: .batchPicked(line: 1, Self.offer))
                == .noBatches(product: "Tea glass"))
        _ = try sale.apply(.pay(60_00, [:]))
        #expect(sale.settlement?.lines.map(\.isOpenItem) == [true, true])
        #expect(sale.settlement?.lines[1].amounts.tax?.cgst.digits == "1.14")
        #expect(sale.settlement?.totalCost == .zero)
    }

    @Test("goods outside the books come last, and are not what is in stock")
    func belowZero() throws {
        let outside = Batch(
            id: BatchID(79), label: "below zero 1", available: .limit,
            cost: Money(minorUnits: 90_00), price: Money(minorUnits: 120_00), mrp: nil,
            isBelowZero: true)
        let offer = Offer(product: Self.tea, batches: [Self.old]).adding(outside)
        #expect(offer.available == Quantity(pieces: 3))
        let sale = try Sale.after(.scan(offer, 5))
        let parts = try #require(sale.openBill?.lines[0].parts)
        #expect(parts.map(\.isBelowZero) == [false, true])
        #expect(parts.map(\.quantity) == [Quantity(pieces: 3), Quantity(pieces: 2)])
    }
}
