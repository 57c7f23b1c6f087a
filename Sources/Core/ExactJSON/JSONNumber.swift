/// A JSON number as its digits: sign, significant digits and a power of ten.
///
/// `1e2`, `100` and `100.00` are equal. Nothing passes through a binary float, so `0.1` is a tenth.
package struct JSONNumber: Hashable, Sendable {
    /// Whether there is a minus in front; a zero has none.
    package let isNegative: Bool
    /// What the digits come to, without zeros at the end; 0 for a number of more than 19 digits.
    private let coefficient: UInt64
    /// The digits of such a number, without zeros at either end; else empty.
    private let longDigits: [UInt8]
    /// The power of ten that the last digit stands for.
    private let exponent: Int

    /// The most digits and the largest power of ten that are told apart from too large.
    static let longest = 64
    static let largestExponent = 1_000_000
    /// So many digits always fit into 64 bits.
    private static let mostShortDigits = 19

    /// A whole number.
    package init(_ value: Int64) {
        self.init(scaled: value, places: 0)
    }

    /// `value` divided by ten `places` times: `JSONNumber(scaled: 1050, places: 2)` is 10.5.
    package init(scaled value: Int64, places: Int) {
        self.init(isNegative: value < 0, coefficient: value.magnitude, exponent: -places)
    }

    private init(isNegative: Bool, coefficient: UInt64, exponent: Int) {
        var (coefficient, exponent) = (coefficient, coefficient == 0 ? 0 : exponent)
        while coefficient > 0, coefficient % 10 == 0 {
            coefficient /= 10
            exponent += 1
        }
        self.isNegative = isNegative && coefficient > 0
        self.coefficient = coefficient
        self.exponent = exponent
        longDigits = []
    }

    /// Takes digits as they were written and drops the zeros that say nothing.
    init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        var digits = digits.drop { $0 == 0 }
        var exponent = exponent
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        guard digits.count > Self.mostShortDigits else {
            self.init(
                isNegative: isNegative, coefficient: digits.reduce(0) { $0 * 10 + UInt64($1) },
                exponent: exponent)
            return
        }
        self.init(isNegative: isNegative, longDigits: Array(digits), exponent: exponent)
    }

    private init(isNegative: Bool, longDigits: [UInt8], exponent: Int) {
        self.isNegative = isNegative
        coefficient = 0
        self.longDigits = longDigits
        self.exponent = exponent
    }

    /// Why a number has no exact value in the wanted unit.
    package enum Inexact: Error, Hashable, Sendable {
        /// It has more decimals than the unit.
        case tooPrecise
        /// It is beyond what 64 bits hold.
        case tooLarge
    }

    /// The number times ten to the `places`, exactly: with two places `10.5` is 1050.
    package func scaled(places: Int) throws(Inexact) -> Int64 {
        let shift = exponent + places
        guard shift >= 0 || isZero else { throw .tooPrecise }
        guard longDigits.isEmpty else { throw .tooLarge }
        var value: UInt64 = coefficient
        if !isZero {
            guard shift < Self.mostShortDigits else { throw .tooLarge }
            for _ in 0..<shift {
                let (tens, spills) = value.multipliedReportingOverflow(by: 10)
                guard !spills else { throw .tooLarge }
                value = tens
            }
        }
        let limit = Int64.max.magnitude + (isNegative ? 1 : 0)
        guard value <= limit else { throw .tooLarge }
        return isNegative ? Int64(truncatingIfNeeded: 0 &- value) : Int64(value)
    }

    /// The shortest way to write it without an exponent; long ones, which we never make, with one.
    package var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends that to a text.
    func write(to bytes: inout [UInt8]) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        if longDigits.isEmpty {
            Self.write(coefficient, to: &bytes)
        } else {
            bytes += longDigits.lazy.map { $0 + UInt8(ascii: "0") }
        }
        guard exponent.magnitude <= Self.longest else {
            bytes += "e\(exponent)".utf8
            return
        }
        guard exponent < 0 else {
            bytes += repeatElement(UInt8(ascii: "0"), count: exponent)
            return
        }
        // A digit at least stands in front of the point.
        let missing = max(0, 1 - exponent - (bytes.count - start))
        bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start)
        bytes.insert(UInt8(ascii: "."), at: bytes.count + exponent)
    }

    private var isZero: Bool { coefficient == 0 && longDigits.isEmpty }

    private static func write(_ value: UInt64, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = value
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
