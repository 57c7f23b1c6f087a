package import Billing

/// What a typed line says of goods that come back.
package struct ReturnCommand: Hashable, Sendable {
    /// The bill they were sold on; nil is the one that was named before.
    package let billNumber: String?
    /// Which lines, by their numbers on that bill, and how much of each; zero is none of it.
    package let lines: [Int: Quantity]
    /// Whether all that has not come back yet comes back.
    package let isAll: Bool
    /// How their worth is given back; nil leaves the bill open, for an exchange.
    package let refund: [PayPart]?

    /// Gathers what was typed.
    package init(
        billNumber: String?, lines: [Int: Quantity] = [:], isAll: Bool = false,
        refund: [PayPart]? = nil
    ) {
        self.billNumber = billNumber
        self.lines = lines
        self.isAll = isAll
        self.refund = refund
    }
}
