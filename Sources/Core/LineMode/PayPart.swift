package import Billing

/// One piece of how a bill is to be paid or refunded, as it was typed.
package struct PayPart: Hashable, Sendable {
    /// The means.
    package let tender: Tender
    /// How much by it; nil is all that is left.
    package let amount: Money?
    /// What the other side calls the payment.
    package let reference: PaymentReference?

    /// Gathers a piece.
    package init(_ tender: Tender, _ amount: Money? = nil, reference: PaymentReference? = nil) {
        self.tender = tender
        self.amount = amount
        self.reference = reference
    }
}
