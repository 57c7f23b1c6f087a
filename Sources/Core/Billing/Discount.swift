/// What is taken off a line or a bill.
package enum Discount: Hashable, Sendable {
    /// So much, whatever is on it.
    case amount(Money)
    /// A share, in hundredths of a percent; it grows and shrinks with what it is taken off.
    case percent(hundredths: Int)

    /// What it takes off an amount: shares are rounded half up, and never more than all is taken.
    package func taken(off amount: Money) -> Money {
        switch self {
        case .amount(let discount):
            return min(discount, amount)
        case .percent(let hundredths):
            let product = Int128(amount.minorUnits) * Int128(hundredths)
            return Money(minorUnits: Int64((product + 50_00) / 100_00))
        }
    }

    /// Refuses a discount that is more than there is to pay, or beyond the shop's limit.
    func check(against amount: Money, limit: Int) throws(Rejection) {
        switch self {
        case .amount(let discount):
            guard discount <= amount else { throw .discountTooLarge(discount, of: amount) }
            guard
                Int128(discount.minorUnits) * 100_00 <= Int128(amount.minorUnits) * Int128(limit)
            else { throw .discountOverLimit(hundredths: limit) }
        case .percent(let hundredths):
            guard hundredths <= limit else { throw .discountOverLimit(hundredths: limit) }
        }
    }
}

extension Money {
    /// Shares this amount out in proportion to weights, to the last minor unit.
    ///
    /// Largest remainder: every share is rounded down, and what is left goes, a unit each, to those
    /// that lost most by it, the first of equals first. Neither the amount nor a weight is negative;
    /// where all weights are zero so are the shares.
    package func shared(by weights: [Money]) -> [Money] {
        let whole = Int128(weights.total().minorUnits)
        guard whole > 0 else { return weights.map { _ in .zero } }
        let exact = weights.map { Int128(minorUnits) * Int128($0.minorUnits) }
        var shares = exact.map { Int64($0 / whole) }
        let left = Int(minorUnits - shares.reduce(0, +))
        let losers = exact.indices.sorted { (exact[$0] % whole, $1) > (exact[$1] % whole, $0) }
        for index in losers.prefix(left) { shares[index] += 1 }
        return shares.map(Money.init(minorUnits:))
    }
}
