/// Bytes as two hexadecimal digits each.
enum Hexadecimal {
    /// The digits of a byte, small letters.
    static func text(of byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    /// The digits of a number of two bytes, small letters.
    static func text(of number: UInt16) -> String {
        text(of: UInt8(number >> 8)) + text(of: UInt8(number & 0xFF))
    }

    /// The digits of several bytes with blanks between them.
    static func text(of bytes: some Collection<UInt8>) -> String {
        bytes.map { text(of: $0) }.joined(separator: " ")
    }

    /// The byte of exactly two digits; nil for anything else.
    static func byte(_ digits: some Collection<UInt8>) -> UInt8? {
        number(digits, count: 2).map { UInt8(truncatingIfNeeded: $0) }
    }

    /// The number of exactly four digits; nil for anything else.
    static func pair(_ text: String) -> UInt16? {
        number(text.utf8, count: 4).map { UInt16(truncatingIfNeeded: $0) }
    }

    private static func number(_ digits: some Collection<UInt8>, count: Int) -> Int? {
        guard digits.count == count else { return nil }
        var number = 0
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            number = number * 16 + value
        }
        return number
    }

    private static func value(of digit: UInt8) -> Int? {
        switch digit {
        case 0x30...0x39: Int(digit) - 0x30
        case 0x41...0x46: Int(digit) - 0x41 + 10
        case 0x61...0x66: Int(digit) - 0x61 + 10
        default: nil
        }
    }
}
