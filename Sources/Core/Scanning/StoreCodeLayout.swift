/// How a shop's scales and label printers build their own codes: `2PPPPPCWWWWWC`.
///
/// | sign | stands for |
/// |---|---|
/// | a digit | itself: the codes that this layout reads begin with it |
/// | `P` | a digit of the product's number |
/// | `W` | a digit of the weight, in grams unless a point says otherwise |
/// | `A` | a digit of the price, its last two are decimals unless a point says otherwise |
/// | `N` | a digit of the number of pieces |
/// | `C` | GS1's check digit of the weight or price (four or five digits); as the last sign, the code's |
/// | `X` | a digit that is not looked at |
/// | `.` | among `W` or `A`: the decimals of a kilogram, or of the currency, begin here |
package struct StoreCodeLayout: Hashable, Sendable, CustomStringConvertible {
    /// The layout as it is written.
    package let description: String
    /// One sign a digit, points left out; 13 of them.
    let signs: [UInt8]
    /// What the value's digits are.
    let measure: Measure
    /// How many of the value's digits are decimals.
    let decimals: Int

    /// What a store's code says beside the product.
    enum Measure: Hashable, Sendable {
        case weight
        case price
        case pieces
    }

    /// Reads a layout, or says what is wrong with it.
    ///
    /// 13 digits are an EAN-13 and begin with 2; 12 are a UPC-A that begins with 2.
    package init(_ text: String) throws(Refusal) {
        description = text
        var signs = Array(text.utf8.filter { $0 != UInt8(ascii: ".") })
        guard signs.allSatisfy(Self.known.contains) else { throw .unknownSign }
        if signs.count == 12 { signs.insert(UInt8(ascii: "0"), at: 0) }
        guard signs.count == 13 else { throw .wrongLength }
        let isUPC = signs.count != text.utf8.filter { $0 != UInt8(ascii: ".") }.count
        guard signs[isUPC ? 1 : 0] == UInt8(ascii: "2") else { throw .wrongStart }
        guard signs.last == UInt8(ascii: "C") else { throw .noCheckDigit }
        let values = Set(signs).intersection(Self.values)
        guard values.count == 1, let value = values.first else { throw .notOneValue }
        guard signs.contains(UInt8(ascii: "P")) else { throw .noProduct }
        measure =
            switch value {
            case UInt8(ascii: "W"): .weight
            case UInt8(ascii: "A"): .price
            default: .pieces
            }
        let count = signs.count { $0 == value }
        decimals = try Self.decimals(text, value, measure)
        let checks = signs.dropLast().count { $0 == UInt8(ascii: "C") }
        guard checks == 0 || checks == 1 && MeasureCheck.lengths.contains(count) else {
            throw .noSuchCheck
        }
        self.signs = signs
    }

    /// Why a text is no layout.
    package enum Refusal: Error, Hashable, Sendable {
        /// A sign that means nothing.
        case unknownSign
        /// Neither 12 nor 13 digits.
        case wrongLength
        /// Codes that a shop may give out itself begin with 2.
        case wrongStart
        /// Its last sign is not `C`.
        case noCheckDigit
        /// No weight, price or number, or two of them.
        case notOneValue
        /// No digit of a product.
        case noProduct
        /// A check digit inside for a value of neither four nor five digits, or two of them.
        case noSuchCheck
        /// More than one point, or one that is not between digits of the value.
        case misplacedPoint
    }

    private static let values = Set("WAN".utf8)
    private static let known = Set("0123456789PWANCX".utf8)

    private static func decimals(
        _ text: String, _ value: UInt8, _ measure: Measure
    ) throws(Refusal) -> Int {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            return switch measure {
            case .weight: 3
            case .price: 2
            case .pieces: 0
            }
        }
        guard parts.count == 2, measure != .pieces, parts[0].last == value,
            parts[1].first == value
        else { throw .misplacedPoint }
        return parts[1].count { $0 == value }
    }
}
