/// The bars of interleaved two of five: five bars are one digit, the spaces between the next.
///
/// ISO/IEC 16390, table 1.
enum InterleavedDigits {
    /// Bars and spaces with start and stop; 1 is narrow and 2 wide.
    static func elements(of text: String) -> [UInt8] {
        let digits = text.utf8.map { Int($0) - 0x30 }
        var elements: [UInt8] = [1, 1, 1, 1]
        for index in stride(from: 0, to: digits.count - 1, by: 2) {
            for (bar, space) in zip(widths[digits[index]], widths[digits[index + 1]]) {
                elements += [bar, space]
            }
        }
        return elements + [2, 1, 1]
    }

    private static let widths: [[UInt8]] = [
        [1, 1, 2, 2, 1], [2, 1, 1, 1, 2], [1, 2, 1, 1, 2], [2, 2, 1, 1, 1], [1, 1, 2, 1, 2],
        [2, 1, 2, 1, 1], [1, 2, 2, 1, 1], [1, 1, 1, 2, 2], [2, 1, 1, 2, 1], [1, 2, 1, 2, 1],
    ]
}
