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

    /// The amount in hundredths of the currency; nil when it has finer parts, or is beyond all money.
    package var hundredths: Int64? {
        var units = amount
        for _ in 0..<max(0, 2 - decimals) {
            let (product, isTooMuch) = units.multipliedReportingOverflow(by: 10)
            guard !isTooMuch else { return nil }
            units = product
        }
        for _ in 0..<max(0, decimals - 2) {
            guard units % 10 == 0 else { return nil }
            units /= 10
        }
        return units
    }

    /// Whether it can be the money with this sign; a label that names none has the shop's.
    package func isIn(currencySign sign: String) -> Bool {
        guard let currency else { return true }
        return Self.numbers[sign] == currency
    }

    /// Numbers of currencies (ISO 4217) by the signs that shops set.
    private static let numbers = [
        "₹": "356", "Rs": "356", "Rs.": "356", "INR": "356", "$": "840", "USD": "840",
        "€": "978", "EUR": "978", "£": "826", "GBP": "826", "৳": "050", "₨": "586", "AED": "784",
    ]
}
