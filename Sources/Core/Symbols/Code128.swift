/// A text as symbols of CODE128 (ISO/IEC 15417), changing to the dense digit set where it pays.
package struct Code128: Hashable, Sendable {
    /// A stretch in one of the two sets of symbols used here.
    package enum Part: Hashable, Sendable {
        /// Code set B: printable ASCII, a symbol each.
        case letters([UInt8])
        /// Code set C: values 0 to 99, a symbol for two digits.
        case digitPairs([UInt8])
    }

    /// The text it stands for.
    package let text: String
    /// The parts in order; two of one kind never follow each other.
    package let parts: [Part]

    /// Accepts 1 to 80 characters of printable ASCII.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...80).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        self.text = text
        parts = Self.parts(of: bytes)
    }

    /// The width in modules: 11 for each symbol, start, change of set and check, 13 for the stop.
    package var modules: Int {
        let symbols = parts.reduce(0) { sum, part in
            switch part {
            case .letters(let bytes), .digitPairs(let bytes): sum + bytes.count
            }
        }
        return (symbols + parts.count + 1) * 11 + 13
    }

    /// The width in modules with the ten white ones that the standard wants at either side.
    package var modulesWithQuietZones: Int { modules + 20 }

    private static func parts(of bytes: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var letters: [UInt8] = []
        var rest = bytes[...]
        while let first = rest.first {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            let pairs = paysForPairs(digits, of: bytes) ? pairs(of: digits) : []
            guard !pairs.isEmpty else {
                letters += digits.isEmpty ? [first] : Array(digits)
                rest = rest.dropFirst(max(1, digits.count))
                continue
            }
            // An odd digit in front stays a letter.
            letters += digits.prefix(digits.count % 2)
            rest = rest.dropFirst(digits.count % 2 + pairs.count * 2)
            if !letters.isEmpty { parts.append(.letters(letters)) }
            letters = []
            parts.append(.digitPairs(pairs))
            // The digits that were left out must not open a second part of pairs.
            let left = digits.count - digits.count % 2 - pairs.count * 2
            letters += rest.prefix(left)
            rest = rest.dropFirst(left)
        }
        return letters.isEmpty ? parts : parts + [.letters(letters)]
    }

    /// A change of set costs a symbol each way; at an end of the text only one way.
    private static func paysForPairs(_ digits: ArraySlice<UInt8>, of bytes: [UInt8]) -> Bool {
        let isAtAnEnd =
            digits.startIndex == bytes.startIndex || digits.endIndex == bytes.endIndex
        return digits.count >= (isAtAnEnd ? 4 : 6)
    }

    /// The pairs up to the first two that a printer would take for a real-time command.
    ///
    /// The values 16 and 4, 5 or 20 travel as the bytes 10 04, 10 05 and 10 14, which printers
    /// obey wherever they occur; the digits after the 16 are sent as letters then.
    private static func pairs(of digits: ArraySlice<UInt8>) -> [UInt8] {
        var pairs: [UInt8] = []
        var rest = digits.dropFirst(digits.count % 2)
        while let tens = rest.popFirst(), let ones = rest.popFirst() {
            let pair = (tens - 0x30) * 10 + ones - 0x30
            if pairs.last == 16, [4, 5, 20].contains(pair) { break }
            pairs.append(pair)
        }
        return pairs
    }
}
