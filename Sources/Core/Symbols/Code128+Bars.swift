extension Code128 {
    private static let startB = 104
    private static let startC = 105
    private static let toC = 99
    private static let toB = 100
    private static let stop = 106

    /// The values of all symbols: start, data, changes of set, check and stop.
    package var values: [Int] {
        var values: [Int] = []
        for part in parts {
            switch part {
            case .letters(let bytes):
                values.append(values.isEmpty ? Self.startB : Self.toB)
                values += bytes.map { Int($0) - 32 }
            case .digitPairs(let pairs):
                values.append(values.isEmpty ? Self.startC : Self.toC)
                values += pairs.map { Int($0) }
            }
        }
        let check = values.enumerated().dropFirst().reduce(values[0]) {
            $0 + $1.offset * $1.element
        }
        return values + [check % 103, Self.stop]
    }

    /// The widths of bars and spaces in modules, starting with a bar.
    var elements: [UInt8] {
        values.flatMap { value in
            Self.widths[(value * 6)..<(value == Self.stop ? value * 6 + 7 : value * 6 + 6)]
        }
    }

    /// Six widths a symbol, seven for the stop (ISO/IEC 15417, table 1).
    private static let widths: [UInt8] = table.utf8.filter { $0 >= 0x30 }.map { $0 - 0x30 }

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
