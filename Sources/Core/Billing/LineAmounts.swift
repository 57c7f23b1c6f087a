/// What one line of a bill comes to.
package struct LineAmounts: Hashable, Sendable {
    /// The sum of its rows at the prices shown.
    package let gross: Money
    /// What its own discount takes off.
    package let discount: Money
    /// Its share of the discount on the whole bill.
    package let billDiscount: Money
    /// The tax in what is left; nil where none is collected.
    package let tax: LineTax?

    /// Gathers the amounts of a line.
    package init(
        gross: Money, discount: Money = .zero, billDiscount: Money = .zero, tax: LineTax? = nil
    ) {
        self.gross = gross
        self.discount = discount
        self.billDiscount = billDiscount
        self.tax = tax
    }

    /// What the customer pays for the line, before the bill is rounded.
    package var net: Money { gross - discount - billDiscount }
}

/// The tax in one line's price.
package struct LineTax: Hashable, Sendable {
    /// The rate of both halves together.
    package let rate: TaxRate
    /// What is taxed, without the tax.
    package let taxable: Money
    /// The half of the union.
    package let cgst: Money
    /// The half of the state.
    package let sgst: Money

    /// Gathers a tax that was stored.
    package init(rate: TaxRate, taxable: Money, cgst: Money, sgst: Money) {
        self.rate = rate
        self.taxable = taxable
        self.cgst = cgst
        self.sgst = sgst
    }

    /// The tax that is in an amount: each half is `amount·r/(2·(100+r))`, rounded half up.
    ///
    /// The rest is taxable, so that the three add up to the amount; an amount below zero has the
    /// tax of its opposite.
    package init(in amount: Money, at rate: TaxRate) {
        let magnitude = Int128(amount.minorUnits.magnitude)
        let parts = Int128(100_00 + rate.hundredths)
        let half = Int64((magnitude * Int128(rate.hundredths) + parts) / (2 * parts))
        let signed = Money(minorUnits: amount < .zero ? -half : half)
        self.init(rate: rate, taxable: amount - signed - signed, cgst: signed, sgst: signed)
    }

    /// Both halves.
    package var total: Money { cgst + sgst }
}
