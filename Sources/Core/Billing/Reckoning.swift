/// The amounts of every line of a bill, and their sum.
package struct Reckoning: Hashable, Sendable {
    /// The amounts of the lines, in their order.
    package let lines: [LineAmounts]
    /// What they add up to.
    package let totals: BillTotals

    /// Reckons a bill: discounts, their shares, taxes, rounding.
    package init(_ lines: [CartLine], discount: Discount?, terms: BillTerms) {
        let gross = lines.map(\.amount)
        let own = zip(lines, gross).map { $0.discount?.taken(off: $1) ?? .zero }
        let left = zip(gross, own).map { $0 - $1 }
        let whole = discount?.taken(off: left.total()) ?? .zero
        let shares = whole == .zero ? left.map { _ in .zero } : whole.shared(by: left)
        let amounts = lines.indices.map { index in
            LineAmounts(
                gross: gross[index], discount: own[index], billDiscount: shares[index],
                tax: lines[index].tax(in: left[index] - shares[index], under: terms.regime))
        }
        self.lines = amounts
        totals = BillTotals(
            gross: gross.total(), lineDiscounts: own.total(), billDiscount: whole,
            roundOff: terms.rounding.difference(of: left.total() - whole),
            taxes: TaxRow.rows(of: amounts.compactMap(\.tax)))
    }
}

extension TaxRow {
    /// Sums taxes up by their rates, the lowest first.
    package static func rows(of taxes: [LineTax]) -> [TaxRow] {
        var rows: [TaxRate: TaxRow] = [:]
        for tax in taxes {
            let sum = rows[tax.rate]
            rows[tax.rate] = TaxRow(
                rate: tax.rate, taxable: (sum?.taxable ?? .zero) + tax.taxable,
                cgst: (sum?.cgst ?? .zero) + tax.cgst, sgst: (sum?.sgst ?? .zero) + tax.sgst)
        }
        return rows.values.sorted { $0.rate < $1.rate }
    }
}

extension CartLine {
    /// The tax in what is paid for the line; nil where none is collected.
    ///
    /// Some goods are taxed on the retail price printed on them, whatever they sell for.
    fileprivate func tax(in net: Money, under regime: TaxRegime) -> LineTax? {
        switch regime {
        case .unregistered, .composition: return nil
        case .regular:
            let base = product.isTaxedOnMRP ? printed : net
            return LineTax(in: base, at: product.rate)
        }
    }

    /// What the line would cost at the prices printed on its packs; a bare pack counts as sold.
    private var printed: Money {
        PriceRow.rows(of: parts.map { $0.priced(at: $0.mrp ?? $0.price) }).map(\.amount).total()
    }
}
