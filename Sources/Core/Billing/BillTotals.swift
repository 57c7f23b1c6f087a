/// What a bill adds up to, every step of it.
///
/// `total` is `gross - lineDiscounts - billDiscount + roundOff`, exact to the minor unit.
package struct BillTotals: Hashable, Sendable {
    /// The sum of the lines at the prices shown.
    package let gross: Money
    /// What the lines' own discounts take off.
    package let lineDiscounts: Money
    /// What the discount on the whole bill takes off.
    package let billDiscount: Money
    /// What rounding the bill adds, negative where it takes off.
    package let roundOff: Money
    /// The taxes in the prices, one row a rate, the lowest first; empty where none are collected.
    package let taxes: [TaxRow]

    /// Gathers the steps.
    package init(
        gross: Money, lineDiscounts: Money = .zero, billDiscount: Money = .zero,
        roundOff: Money = .zero, taxes: [TaxRow] = []
    ) {
        self.gross = gross
        self.lineDiscounts = lineDiscounts
        self.billDiscount = billDiscount
        self.roundOff = roundOff
        self.taxes = taxes
    }

    /// What the customer owes.
    package var total: Money { gross - lineDiscounts - billDiscount + roundOff }
}

/// The tax of one rate in a bill: what the summary of a receipt says of it.
package struct TaxRow: Hashable, Sendable {
    /// The rate of both halves together.
    package let rate: TaxRate
    /// What is taxed, without the tax.
    package let taxable: Money
    /// The half of the union.
    package let cgst: Money
    /// The half of the state.
    package let sgst: Money

    /// Gathers a row.
    package init(rate: TaxRate, taxable: Money, cgst: Money, sgst: Money) {
        self.rate = rate
        self.taxable = taxable
        self.cgst = cgst
        self.sgst = sgst
    }
}
