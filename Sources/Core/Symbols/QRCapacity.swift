/// How much a QR symbol of one size holds, and how it is divided into blocks.
///
/// ISO/IEC 18004, table 9.
struct QRCapacity {
    let version: Int
    private let checkCount: Int
    private let blocks: Int

    init(version: Int, _ correction: QRSymbol.Correction) {
        self.version = version
        checkCount = Self.checksPerBlock[correction.rawValue][version - 1]
        blocks = Self.blockCounts[correction.rawValue][version - 1]
    }

    /// How many codewords the text has with its padding.
    var dataCodewords: Int { allCodewords - checkCount * blocks }

    /// All modules but those of the finders, timing, alignment, format and version, by eight.
    var allCodewords: Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let marks = version / 7 + 2
            modules -= (25 * marks - 10) * marks - 55
            if version >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    /// Data and check codewords in the order in which they are drawn.
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        let short = allCodewords / blocks - checkCount
        let longFrom = blocks - allCodewords % blocks
        let code = ReedSolomon(checkCount: checkCount)
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        for block in 0..<blocks {
            let end = start + short + (block < longFrom ? 0 : 1)
            parts.append(data[start..<end])
            start = end
        }
        var result: [UInt8] = []
        for index in 0...short {
            for part in parts where index < part.count {
                result.append(part[part.startIndex + index])
            }
        }
        let checks = parts.map { code.checks(of: $0) }
        for index in 0..<checkCount { result += checks.map { $0[index] } }
        return result
    }

    private static let checksPerBlock: [[Int]] = [
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
            28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
            26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        ],
        [
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
            28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
            30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
    ]

    private static let blockCounts: [[Int]] = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
            8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
            17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
        ],
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
            23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
        ],
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
            25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
        ],
    ]
}
