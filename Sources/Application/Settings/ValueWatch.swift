/// Looks in a value for what toml++ 3.4 takes for granted: its assertions would end the process.
///
/// It takes a value byte by byte, but for strings and comments. It names a list that is closed by a
/// table's bracket and a line separator of Unicode's (both where `parse_value` expects no end of a
/// value), a digit behind a word and a space that begins no time of day (the look-ahead behind a
/// date), and a date whose `T` no digit follows (`parse_time`). None of it is TOML; of other
/// mistakes it knows nothing.
struct ValueWatch {
    private var brackets: [UInt8] = []
    /// What stands since the last mark or blank.
    private var word: [UInt8] = []
    /// Whether a key is expected, in a table in brackets.
    private var isKey = false

    private static let lineSeparators: [[UInt8]] = [
        [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
    ]

    /// Whether a quotation mark begins a string here; in a word it is part of it.
    var isBetweenWords: Bool { word.isEmpty }

    /// Whether the value goes on behind the line.
    var isOpen: Bool { !brackets.isEmpty }

    /// Takes the first of these bytes; tells why the parser must not see it, or nil.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let byte = bytes.first else { return nil }
        let reason = refusal(of: byte, bytes)
        switch byte {
        case UInt8(ascii: "[") where word.isEmpty, UInt8(ascii: "{") where word.isEmpty:
            brackets.append(byte)
            isKey = byte == UInt8(ascii: "{")
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            brackets = brackets.dropLast()
            (word, isKey) = ([], false)
        case UInt8(ascii: ","):
            (word, isKey) = ([], brackets.last == UInt8(ascii: "{"))
        case UInt8(ascii: "=") where isKey:
            (word, isKey) = ([], false)
        case 0x09...0x0D, 0x20:
            word = []
        default:
            word.append(byte)
        }
        return reason
    }

    private func refusal(of byte: UInt8, _ bytes: ArraySlice<UInt8>) -> String? {
        switch byte {
        case UInt8(ascii: "}") where brackets.last == UInt8(ascii: "["):
            "a list ends with ]"
        case 0xC2, 0xE2:
            Self.lineSeparators.contains { bytes.starts(with: $0) }
                ? "a line separator stands here; begin a new line" : nil
        case UInt8(ascii: "T") where isCut(bytes), UInt8(ascii: "t") where isCut(bytes):
            "behind a date and T stands the time of day"
        case 0x20 where isStray(bytes.dropFirst().prefix(2)):
            "only the time of a date can follow a value in its line"
        default: nil
        }
    }

    /// Whether what stands behind the word and a space begins with a digit and no time of day.
    private func isStray(_ next: ArraySlice<UInt8>) -> Bool {
        // Blanks may stand around the dots of a key.
        guard let last = word.last, last != UInt8(ascii: "."), next.first.map(Self.isDigit) == true
        else { return false }
        return !isDate || next.count < 2 || !next.allSatisfy(Self.isDigit)
    }

    /// Whether the word is a date and its time of day does not begin behind this `T`.
    private func isCut(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard isDate, !isKey else { return false }
        return bytes.dropFirst().first.map(Self.isDigit) != true
    }

    private var isDate: Bool {
        word.count == 10
            && word.enumerated().allSatisfy { place, byte in
                place == 4 || place == 7 ? byte == UInt8(ascii: "-") : Self.isDigit(byte)
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
