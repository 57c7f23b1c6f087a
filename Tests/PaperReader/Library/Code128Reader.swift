/// Reads the data of `GS k 73` back into the symbols and the text of CODE128.
///
/// Symbol values and bar widths: ISO/IEC 15417, tables 1 and 2.
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

    /// The widths of bars and spaces in modules, starting with a bar.
    static func widths(of symbols: [Int]) -> [Int] {
        let all = table.split(separator: " ")
        return symbols.flatMap { all[$0].compactMap(\.wholeNumberValue) }
    }

    private static let table = """
        212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 \
        122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 \
        321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 \
        211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 \
        213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 \
        121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 \
        241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 \
        412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 \
        211214 211232 2331112
        """
}
