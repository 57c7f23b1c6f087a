/// An exact amount: a whole number of the currency's minor units (paise).
///
/// There is no floating point anywhere near it. Amounts from outside stay within `limit`, so that
/// no sum of a bill can overflow.
package struct Money: Hashable, Comparable, Sendable {
    /// The amount in minor units; negative for what is owed to the customer.
    package let minorUnits: Int64

    /// Makes an amount from minor units.
    package init(minorUnits: Int64) {
        self.minorUnits = minorUnits
    }

    /// Nothing.
    package static let zero = Money(minorUnits: 0)

    /// The largest amount accepted from outside: 999,999,999.99.
    package static let limit = Money(minorUnits: 99_999_999_999)

    package static func < (left: Money, right: Money) -> Bool {
        left.minorUnits < right.minorUnits
    }

    package static func + (left: Money, right: Money) -> Money {
        Money(minorUnits: left.minorUnits + right.minorUnits)
    }

    package static func - (left: Money, right: Money) -> Money {
        Money(minorUnits: left.minorUnits - right.minorUnits)
    }

    package static func += (left: inout Money, right: Money) {
        left = left + right
    }

    /// The price of a quantity, rounded half away from zero to the minor unit.
    package static func * (price: Money, quantity: Quantity) -> Money {
        let product = Int128(price.minorUnits) * Int128(quantity.thousandths)
        let half: Int128 = product < 0 ? -500 : 500
        return Money(minorUnits: Int64((product + half) / 1000))
    }
}

extension Sequence<Money> {
    /// The sum, zero for an empty sequence.
    package func total() -> Money {
        reduce(.zero, +)
    }
}
