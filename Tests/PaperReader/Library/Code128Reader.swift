/// Reads the data of `GS k 73` back into the symbols and the text of CODE128.
///
/// Symbol values ISO/IEC 15417, table 1.
enum Code128Reader {
    private static let startB = 104
    private static let startC = 105
    private static let toC = 99
    private static let toB = 100
    private static let stop = 106

    /// The symbol values with start, check and stop; nil for data no printer would take.
    static func symbols(of data: [UInt8]) -> [Int]? {
        var symbols: [Int] = []
        var set: UInt8?
        var rest = data[...]
        while let byte = rest.popFirst() {
            if byte == 0x7B {
                guard let next = rest.popFirst() else { return nil }
                if next == 0x7B, set == 0x42 {
                    symbols.append(0x7B - 32)
                } else {
                    guard next == 0x42 || next == 0x43, next != set else { return nil }
                    let isFirst = set == nil
                    set = next
                    symbols.append(
                        next == 0x42 ? (isFirst ? startB : toB) : (isFirst ? startC : toC))
                }
            } else if set == 0x42, (0x20...0x7E).contains(byte) {
                symbols.append(Int(byte) - 32)
            } else if set == 0x43, byte < 100 {
                symbols.append(Int(byte))
            } else {
                return nil
            }
        }
        guard let start = symbols.first, symbols.count > 1 else { return nil }
        let check = symbols.enumerated().dropFirst().reduce(start) { $0 + $1.offset * $1.element }
        return symbols + [check % 103, stop]
    }

    /// What the symbols say.
    static func text(of symbols: [Int]) -> String? {
        guard symbols.count >= 4 else { return nil }
        var isPairs = symbols[0] == startC
        var text = ""
        for symbol in symbols.dropFirst().dropLast(2) {
            switch (symbol, isPairs) {
            case (toB, true): isPairs = false
            case (toC, false): isPairs = true
            case (0..<100, true): text += (symbol < 10 ? "0" : "") + String(symbol)
            case (0..<95, false): text.unicodeScalars.append(Unicode.Scalar(UInt8(symbol + 32)))
            default: return nil
            }
        }
        return text
    }

    /// What the data says; nil for data no printer would take.
    static func text(of data: [UInt8]) -> String? {
        symbols(of: data).flatMap { text(of: $0) }
    }
}
