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
}
