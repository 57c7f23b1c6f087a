/// A QR symbol while it is drawn: its modules, and which of them carry no text.
struct QRCanvas {
    let version: Int
    let size: Int
    private(set) var grid: ModuleGrid
    private var fixed: ModuleGrid

    init(version: Int) {
        self.version = version
        size = 17 + 4 * version
        grid = ModuleGrid(width: size, height: size)
        fixed = grid
        drawTiming()
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
        drawAlignment()
        drawFormat(0)
        drawVersion()
    }

    /// Draws codewords from the lower right corner, two columns at a time, up and down by turns.
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        var isUpward = true
        for right in stride(from: size - 1, through: 1, by: -2) {
            // The column of the vertical timing pattern is left out.
            let right = right <= 6 ? right - 1 : right
            for step in 0..<size {
                let y = isUpward ? size - 1 - step : step
                for x in [right, right - 1] where !fixed[x, y] && bit < codewords.count * 8 {
                    grid[x, y] = codewords[bit / 8] << UInt8(bit % 8) & 0x80 != 0
                    bit += 1
                }
            }
            isUpward.toggle()
        }
    }

    /// The finished symbol, under the mask with the least penalty.
    func masked(_ correction: QRSymbol.Correction) -> ModuleGrid {
        let candidates = (0..<8).map { mask in
            var copy = self
            copy.apply(mask)
            copy.drawFormat(Self.formatBits(correction, mask))
            return copy.grid
        }
        return candidates.min { QRPenalty.of($0) < QRPenalty.of($1) } ?? grid
    }

    private mutating func apply(_ mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !fixed[x, y] && Self.isInverted(mask, x, y) {
                grid[x, y].toggle()
            }
        }
    }

    /// ISO/IEC 18004, table 10.
    private static func isInverted(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard x >= 0, y >= 0, x < size, y < size else { return }
        grid[x, y] = isDark
        fixed[x, y] = true
    }

    private mutating func drawTiming() {
        for index in 0..<size {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
    }

    /// A finder with the white line around it.
    private mutating func drawFinder(_ x: Int, _ y: Int) {
        for dy in -4...4 {
            for dx in -4...4 {
                let ring = max(abs(dx), abs(dy))
                set(x + dx, y + dy, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment() {
        let places = Self.alignmentPlaces(version: version, size: size)
        guard let last = places.last else { return }
        let corners = [[6, 6], [6, last], [last, 6]]
        for y in places {
            for x in places where !corners.contains([x, y]) {
                for dy in -2...2 {
                    for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
                }
            }
        }
    }

    /// ISO/IEC 18004, annex E: even steps from the last place down to the one beside the timing.
    private static func alignmentPlaces(version: Int, size: Int) -> [Int] {
        guard version >= 2 else { return [] }
        let count = version / 7 + 2
        let step =
            version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).reversed().map { size - 7 - $0 * step }
    }

    /// Level and mask with ten check bits, twice, and the module that is always dark.
    private mutating func drawFormat(_ bits: Int) {
        let isDark = { (bit: Int) in bits >> bit & 1 == 1 }
        for bit in 0...5 { set(8, bit, isDark(bit)) }
        set(8, 7, isDark(6))
        set(8, 8, isDark(7))
        set(7, 8, isDark(8))
        for bit in 9...14 { set(14 - bit, 8, isDark(bit)) }
        for bit in 0...7 { set(size - 1 - bit, 8, isDark(bit)) }
        for bit in 8...14 { set(8, size - 15 + bit, isDark(bit)) }
        set(8, size - 8, true)
    }

    private static func formatBits(_ correction: QRSymbol.Correction, _ mask: Int) -> Int {
        let level = [1, 0, 3, 2][correction.rawValue]
        let data = level << 3 | mask
        var rest = data
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        return (data << 10 | rest) ^ 0x5412
    }

    /// The size's number with twelve check bits, twice, from size 7 on.
    private mutating func drawVersion() {
        guard version >= 7 else { return }
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version << 12 | rest
        for bit in 0..<18 {
            let isDark = bits >> bit & 1 == 1
            set(size - 11 + bit % 3, bit / 3, isDark)
            set(bit / 3, size - 11 + bit % 3, isDark)
        }
    }
}
