/// What a label asks for the pack it is on, from (392n) or (393n).
package struct ScannedPrice: Hashable, Sendable, CustomStringConvertible {
    /// The amount, in units of the last decimal.
    package let amount: Int64
    /// How many of its digits are decimals, 0 to 9.
    package let decimals: Int
    /// The currency's three digits (ISO 4217), if the label names one.
    package let currency: String?

    /// Gathers what a label says.
    package init(amount: Int64, decimals: Int, currency: String?) {
        self.amount = amount
        self.decimals = decimals
        self.currency = currency
    }

    /// The amount with its decimals.
    package var description: String {
        let digits = String(amount)
        guard decimals > 0 else { return digits }
        let zeros = String(repeating: "0", count: max(0, decimals + 1 - digits.count))
        let padded = zeros + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
