/// Rules of GS1's article numbers (GS1 General Specifications, section 7.9: check digits).
package enum GTIN {
    /// The lengths in which a number is printed: EAN-8, UPC-A, EAN-13, ITF-14.
    package static let lengths: Set<Int> = [8, 12, 13, 14]

    /// The check digit that belongs behind these digits (values 0…9, without the check digit).
    ///
    /// From the right the digits weigh 3, 1, 3, 1 …; the check digit fills up to a ten.
    package static func checkDigit(after digits: some BidirectionalCollection<UInt8>) -> Int {
        var sum = 0
        var weight = 3
        for digit in digits.reversed() {
            sum += Int(digit) * weight
            weight = 4 - weight
        }
        return (10 - sum % 10) % 10
    }

    /// Whether the last of these digits is the check digit of the others.
    static func isRight(_ digits: [UInt8]) -> Bool {
        guard let last = digits.last else { return false }
        return checkDigit(after: digits.dropLast()) == Int(last)
    }

    /// The number with zeros in front, from 1 to 14 digits; refuses a wrong check digit.
    static func fourteenDigits(of digits: [UInt8]) throws(BarcodeError) -> String {
        guard let last = digits.last else { throw .empty }
        let expected = checkDigit(after: digits.dropLast())
        guard expected == Int(last) else {
            throw .checkDigit(expected: expected, found: Int(last))
        }
        let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        return String(repeating: "0", count: max(0, 14 - digits.count)) + text
    }
}
