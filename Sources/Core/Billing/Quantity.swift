/// How much of a product: a whole number of thousandths of its unit (pieces, kilograms, litres).
package struct Quantity: Hashable, Comparable, Sendable {
    /// The quantity in thousandths of the unit.
    package let thousandths: Int64

    /// Makes a quantity from thousandths.
    package init(thousandths: Int64) {
        self.thousandths = thousandths
    }

    /// Makes a quantity of whole pieces.
    package init(pieces: Int64) {
        thousandths = pieces * 1000
    }

    /// None.
    package static let zero = Quantity(thousandths: 0)
    /// One piece.
    package static let one = Quantity(pieces: 1)
    /// The largest quantity accepted from outside: 999,999.999.
    package static let limit = Quantity(thousandths: 999_999_999)

    /// Whether it counts whole pieces.
    package var isWhole: Bool { thousandths % 1000 == 0 }

    package static func < (left: Quantity, right: Quantity) -> Bool {
        left.thousandths < right.thousandths
    }

    package static func + (left: Quantity, right: Quantity) -> Quantity {
        Quantity(thousandths: left.thousandths + right.thousandths)
    }

    /// So many times another quantity, nil beyond the limit.
    ///
    /// Less than a thousandth is cut off.
    package func times(_ other: Quantity) -> Quantity? {
        let product = Int128(thousandths) * Int128(other.thousandths) / 1000
        guard product <= Int128(Quantity.limit.thousandths) else { return nil }
        return Quantity(thousandths: Int64(product))
    }

    package static func - (left: Quantity, right: Quantity) -> Quantity {
        Quantity(thousandths: left.thousandths - right.thousandths)
    }
}

extension Quantity {
    /// Why a text is no quantity.
    package enum ParseError: Error, Hashable, Sendable {
        /// Not digits with at most one decimal point, or zero.
        case notAQuantity
        /// More than three decimals.
        case tooPrecise
        /// Beyond `Quantity.limit`.
        case tooLarge
    }

    /// Reads `3`, `0.450`, `.5`; above zero, at most three decimals.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        let value = try Quantity(parsingStock: text)
        guard value > .zero else { throw .notAQuantity }
        self = value
    }

    /// Reads a quantity that may be zero, as a stock list may hold.
    package init(parsingStock text: some StringProtocol) throws(ParseError) {
        let scalars = text.unicodeScalars
        let parts = scalars.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard scalars.contains(where: \.isDecimalDigit) else { throw .notAQuantity }
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard parts.allSatisfy({ $0.allSatisfy(\.isDecimalDigit) }) else { throw .notAQuantity }
        guard decimals.count <= 3 else { throw .tooPrecise }
        var value: Int64 = 0
        let padding = repeatElement(Unicode.Scalar(48 as UInt8), count: max(0, 3 - decimals.count))
        for digit in Array(parts[0]) + decimals + padding {
            value = value * 10 + Int64(digit.value - 48)
            guard value <= Quantity.limit.thousandths else { throw .tooLarge }
        }
        thousandths = value
    }

    /// The quantity in digits, without needless decimals: `2`, `0.45`.
    package var digits: String {
        let magnitude = thousandths.magnitude
        let sign = thousandths < 0 ? "-" : ""
        guard magnitude % 1000 != 0 else { return sign + String(magnitude / 1000) }
        var fraction = String(magnitude % 1000 + 1000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return sign + String(magnitude / 1000) + "." + fraction
    }
}
