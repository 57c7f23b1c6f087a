/// A UPI payment that was asked for and has neither come nor been taken back.
///
/// A bill has one at most. Each attempt has an identity of its own, because the bill's number
/// exists only after its commit and an answer that comes late must not pay another attempt.
package struct PaymentAttempt: Hashable, Sendable {
    /// The attempt's `tr`: 1 to 35 letters and digits, given once.
    package let id: String
    /// What the customer is asked to pay.
    package let amount: Money

    /// The most characters of an identity (NPCI, UPI linking specification: `tr`).
    package static let longestID = 35

    /// Gathers an attempt; `id` is letters and digits.
    package init(id: String, amount: Money) {
        self.id = id
        self.amount = amount
    }

    /// The identity made of a reference that nothing else has: its letters and digits.
    package static func id(from fresh: SaleReference) -> String {
        let kept = fresh.raw.unicodeScalars.filter { scalar in
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar)
        }
        return String(String.UnicodeScalarView(kept.prefix(longestID)))
    }
}
