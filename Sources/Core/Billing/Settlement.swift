/// An accepted payment on its way into the books: a bill that has no number yet.
package struct Settlement: Hashable, Sendable {
    /// The identity of the sale.
    package let reference: SaleReference
    /// The rules it was reckoned by.
    package let terms: BillTerms
    /// The lines with the batches of this moment.
    package let lines: [BillLine]
    /// What they add up to.
    package let totals: BillTotals
    /// How they paid.
    package let payments: [Payment]
    /// What they get back.
    package let change: Money
    /// The customer, if a phone was entered.
    package let customer: BillCustomer?
    /// Who the invoice is made out to, where it says so.
    package let buyer: Buyer?
    /// When they paid, on the shop's clock.
    package let soldAt: CivilTime
    /// Why it has no customer though a phone was given; nil where nothing went wrong.
    package let warning: String?
    /// Whether goods go or come back.
    package let kind: BillKind

    /// Gathers a settlement.
    init(
        reference: SaleReference, terms: BillTerms, lines: [BillLine], totals: BillTotals,
        payments: [Payment], change: Money, customer: BillCustomer?, buyer: Buyer?,
        soldAt: CivilTime, warning: String?, kind: BillKind = .sale
    ) {
        self.reference = reference
        self.terms = terms
        self.lines = lines
        self.totals = totals
        self.payments = payments
        self.change = change
        self.customer = customer
        self.buyer = buyer
        self.soldAt = soldAt
        self.warning = warning
        self.kind = kind
    }

    /// What the customer owes.
    package var total: Money { totals.total }

    /// What the goods cost the shop.
    package var totalCost: Money { lines.map(\.totalCost).total() }

    /// What the shop earned once the tax that it passes on is out of prices and costs.
    ///
    /// Only a shop that collects tax gets back what it paid with its purchases: there it is taken
    /// out of costs that include it, and elsewhere added to costs that do not. Rounded half up for
    /// each line.
    package var profitExcludingTax: Money {
        let taxes = lines.compactMap(\.amounts.tax?.total).total()
        return total - taxes - lines.map(costExcludingTax).total()
    }

    private func costExcludingTax(of line: BillLine) -> Money {
        let cost = Int128(line.totalCost.minorUnits)
        let taxed = Int128(100_00 + line.product.rate.hundredths)
        switch (terms.regime, terms.costsIncludeTax) {
        case (.regular, true):
            return Money(minorUnits: Int64((cost * 2 * 100_00 + taxed) / (2 * taxed)))
        case (.regular, false), (.composition, true), (.unregistered, true):
            return line.totalCost
        case (.composition, false), (.unregistered, false):
            return Money(minorUnits: Int64((cost * taxed + 50_00) / 100_00))
        }
    }

    /// The same sale without its customer, who could not be found in the books.
    package func withoutCustomer(warning: String) -> Settlement {
        Settlement(
            reference: reference, terms: terms, lines: lines, totals: totals, payments: payments,
            change: change, customer: nil, buyer: buyer, soldAt: soldAt, warning: warning,
            kind: kind)
    }

    /// The same sale, its part paid by goods that came back citing their credit note.
    package func citing(creditNote number: String) -> Settlement {
        Settlement(
            reference: reference, terms: terms, lines: lines, totals: totals,
            payments: payments.map { payment in
                guard payment.tender == .exchange else { return payment }
                return Payment(
                    tender: .exchange, amount: payment.amount,
                    reference: PaymentReference(stored: number))
            },
            change: change, customer: customer, buyer: buyer, soldAt: soldAt, warning: warning,
            kind: kind)
    }

    /// The bill that this becomes under its number; `invoiceNumber` is the legal one if it differs.
    package func bill(number: String, invoiceNumber: String? = nil, cashier: String) -> Bill {
        Bill(
            number: number, invoiceNumber: invoiceNumber ?? number, reference: reference,
            lines: lines,
            subtotal: totals.gross, total: total, totalCost: totalCost, payments: payments,
            change: change, customer: customer, cashier: cashier, soldAt: soldAt, totals: totals,
            regime: terms.regime, buyer: buyer, profitExcludingTax: profitExcludingTax,
            warning: warning, kind: kind)
    }
}
