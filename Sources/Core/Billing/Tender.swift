/// The means by which an amount was paid or given back.
package enum Tender: String, Hashable, Sendable, CaseIterable {
    /// Notes and coins.
    case cash
    /// A payment from bank to bank by phone (Unified Payments Interface).
    case upi
    /// A card at a terminal that is not ours; only its slip's reference is kept.
    case card
    /// On the customer's account with the shop, their khata.
    case credit
    /// Goods taken back in the same settlement: what a credit note and a bill owe each other.
    case exchange

    /// The word on the receipt (`Payment: Cash`).
    package var label: String {
        switch self {
        case .cash: "Cash"
        case .upi: "UPI"
        case .card: "Card"
        case .credit: "Credit"
        case .exchange: "Exchange"
        }
    }
}

/// An amount paid by one means.
package struct Payment: Hashable, Sendable {
    /// The means.
    package let tender: Tender
    /// What was handed over, before change.
    package let amount: Money
    /// What the other side knows it by: a UTR, a card slip's number, a credit note.
    package let reference: PaymentReference?
    /// The `tr` of the UPI attempt that it confirms; nil for every other means.
    package let attempt: String?

    /// Gathers a payment.
    package init(
        tender: Tender, amount: Money, reference: PaymentReference? = nil, attempt: String? = nil
    ) {
        self.tender = tender
        self.amount = amount
        self.reference = reference
        self.attempt = attempt
    }
}

extension [Payment] {
    /// The sum of what was paid by one means.
    package func total(of tender: Tender) -> Money {
        filter { $0.tender == tender }.map(\.amount).total()
    }
}
