/// What of a bill a shop has on its receipts.
package struct ReceiptContent: Hashable, Sendable {
    /// How much of a customer's phone is shown.
    package enum PhoneShown: String, Hashable, Sendable, CaseIterable {
        /// All of it.
        case full
        /// Its last four digits.
        case masked
        /// Nothing.
        case none
    }

    /// Whether each product's HSN code stands under it.
    package var hasHSN = false
    /// Whether the price printed on the pack stands under each product.
    package var hasMRP = false
    /// Whether a shop that collects tax shows it rate by rate.
    package var hasTaxSummary = true
    /// Whether it says what was saved against the printed prices.
    package var hasSavings = true
    /// Whether the bill's number stands there as bars, for returns.
    package var hasBarcode = true
    /// Whether it says who sold.
    package var hasCashier = false
    /// How much of the customer's phone it shows.
    package var phone = PhoneShown.full

    /// What most shops have.
    package static let usual = ReceiptContent()

    /// A phone as it is shown; nil where it is not.
    func shown(_ phone: String) -> String? {
        switch self.phone {
        case .full: phone
        case .masked:
            String(repeating: "X", count: max(0, phone.count - 4)) + phone.suffix(4)
        case .none: nil
        }
    }
}
