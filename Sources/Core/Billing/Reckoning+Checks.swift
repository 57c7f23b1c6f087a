extension Reckoning {
    /// Refuses discounts that are too large, or that leave a line below what its batches cost.
    ///
    /// A line's discounts fall on all of its units alike, so that a unit of a batch keeps
    /// `price·net/gross`, which is laid beside the batch's cost without rounding.
    func checkDiscounts(
        of lines: [CartLine], _ billDiscount: Discount?, under terms: BillTerms
    ) throws(Rejection) {
        for (line, amounts) in zip(lines, self.lines) {
            try line.discount?.check(against: amounts.gross, limit: terms.discountLimit)
        }
        if let billDiscount, !lines.isEmpty {
            try billDiscount.check(
                against: totals.gross - totals.lineDiscounts, limit: terms.discountLimit)
        }
        for (line, amounts) in zip(lines, self.lines) where amounts.net < amounts.gross {
            try line.check(amounts, under: terms)
        }
    }
}

extension CartLine {
    /// Refuses a price under what the batches cost or over what is printed on them.
    func checkPrices(under terms: BillTerms) throws(Rejection) {
        let below = parts.filter { terms.isBelow($0.cost, $0.price, product.rate) }
        if let worst = below.max(by: { $0.cost < $1.cost }) {
            throw .priceBelowCost(
                product: product.name, price: worst.price,
                cost: terms.costBesidePrice(worst.cost, product.rate), batch: worst.label)
        }
        for part in parts {
            if let mrp = part.mrp, part.price > mrp {
                throw .priceAboveMRP(
                    product: product.name, price: part.price, mrp: mrp, batch: part.label)
            }
        }
    }

    fileprivate func check(
        _ amounts: LineAmounts, under terms: BillTerms
    ) throws(Rejection) {
        let below = parts.filter {
            terms.isBelow(
                $0.cost, $0.price, product.rate, share: amounts.net, of: amounts.gross)
        }
        guard let worst = below.max(by: { $0.cost < $1.cost }) else { return }
        let left =
            Int128(worst.price.minorUnits) * Int128(amounts.net.minorUnits)
            / Int128(amounts.gross.minorUnits)
        throw .discountBelowCost(
            product: product.name, price: Money(minorUnits: Int64(left)),
            cost: terms.costBesidePrice(worst.cost, product.rate), batch: worst.label)
    }
}
