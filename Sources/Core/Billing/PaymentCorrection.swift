/// What was put right afterwards: an amount of a bill was paid by another means than it says.
///
/// The bill stays as it is; the correction is appended to the books and read beside it.
package struct PaymentCorrection: Hashable, Sendable {
    /// The means on the bill.
    package let from: Tender
    /// The means by which it was paid in truth.
    package let to: Tender
    /// How much; for cash what was kept of it.
    package let amount: Money
    /// What the other side calls the true payment.
    package let reference: PaymentReference?
    /// Who corrected it.
    package let cashier: String
    /// When, on the shop's clock.
    package let at: CivilTime

    /// Gathers a correction.
    package init(
        from: Tender, to: Tender, amount: Money, reference: PaymentReference?, cashier: String,
        at: CivilTime
    ) {
        self.from = from
        self.to = to
        self.amount = amount
        self.reference = reference
        self.cashier = cashier
        self.at = at
    }
}

extension Bill {
    /// What was kept by one means, with all that was put right since; change is not kept.
    package func taken(by tender: Tender, corrections: [PaymentCorrection]) -> Money {
        let change = tender == .cash ? self.change : .zero
        let came = corrections.filter { $0.to == tender }.map(\.amount).total()
        let went = corrections.filter { $0.from == tender }.map(\.amount).total()
        return payments.total(of: tender) - change + came - went
    }
}
