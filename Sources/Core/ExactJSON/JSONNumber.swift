/// A JSON number as its digits: sign, significant digits and a power of ten.
///
/// `1e2`, `100` and `100.00` are equal. Nothing passes through a binary float, so `0.1` is a tenth.
package struct JSONNumber: Hashable, Sendable {
    /// Whether there is a minus in front; a zero has none.
    package let isNegative: Bool
    /// The digits without zeros at either end; empty for zero.
    let digits: [UInt8]
    /// The power of ten that the last digit stands for.
    let exponent: Int

    /// The most digits and the largest power of ten that are told apart from too large.
    static let longest = 64
    static let largestExponent = 1_000_000

    /// A whole number.
    package init(_ value: Int64) {
        self.init(scaled: value, places: 0)
    }

    /// `value` divided by ten `places` times: `JSONNumber(scaled: 1050, places: 2)` is 10.5.
    package init(scaled value: Int64, places: Int) {
        var magnitude = value.magnitude
        var digits: [UInt8] = []
        while magnitude > 0 {
            digits.append(UInt8(magnitude % 10))
            magnitude /= 10
        }
        self.init(isNegative: value < 0, digits: digits.reversed(), exponent: -places)
    }

    /// Takes digits as they were written and drops the zeros that say nothing.
    init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        var digits = digits.drop { $0 == 0 }
        var exponent = exponent
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        self.digits = Array(digits)
        self.exponent = digits.isEmpty ? 0 : exponent
        self.isNegative = isNegative && !digits.isEmpty
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
        guard shift >= 0 || digits.isEmpty else { throw .tooPrecise }
        guard digits.count + shift <= 19 else { throw .tooLarge }
        var value: Int64 = 0
        let zeros = repeatElement(UInt8(0), count: digits.isEmpty ? 0 : shift)
        for digit in Array(digits) + zeros {
            let (tens, spills) = value.multipliedReportingOverflow(by: 10)
            let (next, spillsToo) = tens.subtractingReportingOverflow(Int64(digit))
            guard !spills, !spillsToo else { throw .tooLarge }
            value = next
        }
        guard !isNegative else { return value }
        guard value != .min else { throw .tooLarge }
        return -value
    }

    /// The shortest way to write it without an exponent; long ones, which we never make, with one.
    package var text: String {
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        let figures = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
        guard exponent.magnitude <= Self.longest else { return "\(sign)\(figures)e\(exponent)" }
        guard exponent < 0 else {
            return sign + figures + String(repeating: "0", count: exponent)
        }
        let missing = max(0, 1 - exponent - digits.count)
        let padded = String(repeating: "0", count: missing) + figures
        let whole = padded.utf8.count + exponent
        return sign + padded.prefix(whole) + "." + padded.dropFirst(whole)
    }
}
