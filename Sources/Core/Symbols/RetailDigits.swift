/// The digits of EAN and UPC: check digits and bars (GS1 General Specifications, section 5.2).
enum RetailDigits {
    /// The digits with their check digit; nil where the count or the check digit is wrong.
    static func checked(_ text: String, as symbology: Symbology) -> String? {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let length =
            switch symbology {
            case .ean13: 13
            case .upcA: 12
            case .ean8, .code39, .code128, .itf: 8
            }
        let check = checkDigit(after: digits.prefix(length - 1))
        switch digits.count {
        case length: return digits.last == check ? text : nil
        case length - 1: return text + String(check)
        default: return nil
        }
    }

    /// Weights 3 and 1 by turns from the right.
    private static func checkDigit(after digits: ArraySlice<Int>) -> Int {
        let sum = digits.reversed().enumerated().reduce(0) {
            $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1)
        }
        return (10 - sum % 10) % 10
    }

    static func elements(of text: String, as symbology: Symbology) -> [UInt8] {
        var digits = text.utf8.map { Int($0) - 0x30 }
        // UPC-A is EAN-13 with a zero in front, which is written in the sets of the left half.
        if symbology == .upcA { digits.insert(0, at: 0) }
        let isLong = digits.count == 13
        let half = isLong ? 6 : 4
        let sets = isLong ? parities[digits[0]] : [0, 0, 0, 0]
        if isLong { digits.removeFirst() }
        var elements: [UInt8] = [1, 1, 1]
        for (index, digit) in digits.prefix(half).enumerated() {
            // Set B is set A's mirror image, with bars and spaces changed: the right half's widths
            // read backwards.
            let widths = widths[digit]
            elements += sets[index] == 0 ? widths : widths.reversed()
        }
        elements += [1, 1, 1, 1, 1]
        for digit in digits.suffix(half) { elements += widths[digit] }
        return elements + [1, 1, 1]
    }

    /// Widths of the four elements of each digit in set A, which begins with a space; set C has
    /// the same widths and begins with a bar.
    private static let widths: [[UInt8]] = [
        [3, 2, 1, 1], [2, 2, 2, 1], [2, 1, 2, 2], [1, 4, 1, 1], [1, 1, 3, 2], [1, 2, 3, 1],
        [1, 1, 1, 4], [1, 3, 1, 2], [1, 2, 1, 3], [3, 1, 1, 2],
    ]

    /// Which of the left half's digits are in set B, by the digit in front.
    private static let parities: [[Int]] = [
        [0, 0, 0, 0, 0, 0], [0, 0, 1, 0, 1, 1], [0, 0, 1, 1, 0, 1], [0, 0, 1, 1, 1, 0],
        [0, 1, 0, 0, 1, 1], [0, 1, 1, 0, 0, 1], [0, 1, 1, 1, 0, 0], [0, 1, 0, 1, 0, 1],
        [0, 1, 0, 1, 1, 0], [0, 1, 1, 0, 1, 0],
    ]
}
