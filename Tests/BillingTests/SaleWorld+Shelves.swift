import Billing
import Seeds

extension SaleWorld {
    /// Four products with up to four batches each; now and then one that must not be sold so.
    static func shelves(_ random: inout SeededGenerator) -> [Offer] {
        (1...4).map { number in
            let unit = random.once(in: 2) ? "pc" : "kg"
            let rate = [0, 25, 5_00, 18_00, 40_00].randomElement(using: &random) ?? 0
            let product = Shop.product(
                Int64(number), "Product \(number)", unit: unit, rate: rate)
            let isGold = random.once(in: 12)
            let batches = (0..<Int.random(in: 0...4, using: &random)).map { position in
                batch(Int64(number * 10 + position), of: product, isGold: isGold, &random)
            }
            return Offer(product: product, batches: batches)
        }
    }

    /// The rules of a shop; a low limit for naming buyers, so that bills reach it.
    static func terms(_ random: inout SeededGenerator) -> BillTerms {
        BillTerms(
            regime: TaxRegime.allCases.randomElement(using: &random) ?? .regular,
            rounding: random.once(in: 2) ? .none : .rupee,
            costsIncludeTax: !random.once(in: 3),
            discountLimit: random.once(in: 3) ? 20_00 : 100_00,
            buyerNeededFrom: random.once(in: 4) ? Money(minorUnits: 300_00) : nil)
    }

    private static func batch(
        _ id: Int64, of product: Product, isGold: Bool, _ random: inout SeededGenerator
    ) -> Batch {
        let available =
            product.unit.isCounted
            ? Int64.random(in: 1...9, using: &random) * 1000
            : Int64.random(in: 1...4_000, using: &random)
        let price =
            isGold
            ? Int64.random(in: 90_000_000_000...99_999_999_999, using: &random)
            : [100_00, 100_00, 99_99, 33_33, 7].randomElement(using: &random) ?? 1
        let cost = random.once(in: 20) ? price + 1 : Int64.random(in: 0...price, using: &random)
        var mrp: Int64?
        if random.once(in: 3) { mrp = random.once(in: 12) ? price - 1 : price + price / 10 }
        return Shop.batch(
            id, "\(product.name)/\(id)", Quantity(thousandths: available), cost: cost,
            price: price, mrp: mrp)
    }

    /// The stock as it may be when the customer pays: less of some batches, more of others.
    static func shaken(_ offers: [Offer], _ random: inout SeededGenerator) -> [Offer] {
        offers.map { offer in
            guard random.once(in: 3) else { return offer }
            var batches = offer.batches
            if !batches.isEmpty, random.once(in: 2) { batches.removeFirst() }
            if random.once(in: 2) { batches.shuffle(using: &random) }
            if let first = batches.first, random.once(in: 2), offer.product.unit.isCounted {
                batches[0] = first.holding(Quantity(pieces: 1))
            }
            if random.once(in: 2) {
                batches.append(
                    batch(offer.product.id.raw * 10 + 9, of: offer.product, isGold: false, &random))
            }
            return Offer(product: offer.product, batches: batches.uniqued())
        }
    }
}

extension [Batch] {
    fileprivate func uniqued() -> [Batch] {
        var seen: Set<BatchID> = []
        return filter { seen.insert($0.id).inserted }
    }
}
