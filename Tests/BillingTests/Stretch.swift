import Billing

/// So much of one batch at one price.
struct Stretch {
    let batch: Batch
    let length: Int64
    let price: Int64

    func priced(_ price: Int64) -> Stretch {
        Stretch(batch: batch, length: length, price: price)
    }

    /// What a unit cost with its tax, in hundredths of a hundredth of a paisa.
    func taxedCost(_ product: Product, _ terms: BillTerms) -> Int64 {
        batch.cost.minorUnits
            * (terms.costsIncludeTax ? 100_00 : 100_00 + Int64(product.rate.hundredths))
    }

    /// The same as money that is not less.
    func shownCost(_ product: Product, _ terms: BillTerms) -> Money {
        let (whole, rest) = taxedCost(product, terms).quotientAndRemainder(dividingBy: 100_00)
        return Money(minorUnits: rest == 0 ? whole : whole + 1)
    }

    /// The batches that the first `thousandths` of the stock lie in.
    static func covering(_ thousandths: Int64, of offer: Offer?) -> [Stretch] {
        var start: Int64 = 0
        var stretches: [Stretch] = []
        for batch in offer?.batches ?? [] {
            let end = min(start + batch.available.thousandths, thousandths)
            if end > start {
                let price = batch.price.minorUnits
                stretches.append(Stretch(batch: batch, length: end - start, price: price))
            }
            start += batch.available.thousandths
        }
        return stretches
    }

    /// Prices laid over batches: both run from the same start to the same end.
    static func overlay(
        _ prices: [CartModel.PriceStretch], _ batches: [Stretch]
    ) -> [Stretch] {
        var result: [Stretch] = []
        var priceStart: Int64 = 0
        for price in prices {
            let priceEnd = priceStart + price.length
            var batchStart: Int64 = 0
            for stretch in batches {
                let batchEnd = batchStart + stretch.length
                let length = min(priceEnd, batchEnd) - max(priceStart, batchStart)
                if length > 0 {
                    result.append(
                        Stretch(batch: stretch.batch, length: length, price: price.price))
                }
                batchStart = batchEnd
            }
            priceStart = priceEnd
        }
        return result
    }

    /// The dearest batch under whose cost the price lies is named, then the first MRP passed.
    static func checkPrices(
        _ stretches: [Stretch], of product: Product, _ terms: BillTerms
    ) throws(Rejection) {
        var worst: Stretch?
        for stretch in stretches
        where stretch.price * 100_00 < stretch.taxedCost(product, terms) {
            if let known = worst, known.batch.cost >= stretch.batch.cost { continue }
            worst = stretch
        }
        if let worst {
            throw .priceBelowCost(
                product: product.name, price: Money(minorUnits: worst.price),
                cost: worst.shownCost(product, terms), batch: worst.batch.label)
        }
        for stretch in stretches {
            if let mrp = stretch.batch.mrp, stretch.price > mrp.minorUnits {
                throw .priceAboveMRP(
                    product: product.name, price: Money(minorUnits: stretch.price), mrp: mrp,
                    batch: stretch.batch.label)
            }
        }
    }
}
