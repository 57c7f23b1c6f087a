/// A text as a PDF417 symbol (ISO/IEC 15438): rows of stacked bars.
package struct PDF417Symbol: Hashable, Sendable {
    /// What a reader says.
    package let text: String
    /// How many codewords of text and checks stand in a row, 1 to 30.
    package let columns: Int
    /// How many rows there are, 3 to 90.
    package let rows: Int
    /// How many check codewords there are: two to the power of the level and one, 0 to 8.
    package let level: Int
    private let data: [Int]

    /// Takes a text that is not empty and fits a symbol of at most `widthModules`; nil for others.
    ///
    /// It travels as UTF-8. The white at the sides counts for the width.
    package init?(_ text: String, widthModules: Int) {
        let data = Self.codewords(of: Array(text.utf8))
        // Annex E's recommended checks for so much text.
        let level = data.count <= 40 ? 2 : data.count <= 160 ? 3 : data.count <= 320 ? 4 : 5
        let all = 1 + data.count + 2 << level
        let fitting = (widthModules - 69 - 2 * Self.quietModules) / 17
        // Eight columns make a symbol that a hand-held reader takes in whole.
        let columns = min(fitting, 8, max(1, all / 3))
        guard !text.isEmpty, columns >= 1 else { return nil }
        let rows = max(3, (all + columns - 1) / columns)
        guard rows <= 90, rows * columns <= 928 else { return nil }
        self.text = text
        self.columns = columns
        self.rows = rows
        self.level = level
        self.data = data
    }

    /// The white modules that a reader wants on every side.
    package static let quietModules = 2
    /// How many modules high a row is.
    package static let rowModules = 3

    /// How many modules stand side by side: start, two row indicators, the columns and stop.
    package var widthModules: Int { 17 * columns + 69 }

    /// The modules, each row as high as it has to be.
    package var grid: ModuleGrid {
        let words = allCodewords
        var grid = ModuleGrid(width: widthModules, height: rows * Self.rowModules)
        for row in 0..<rows {
            var x = 0
            let line = words[(row * columns)..<((row + 1) * columns)]
            let inner = [leftIndicator(row)] + line + [rightIndicator(row)]
            Self.draw(0x1FEA8, 17, row, &x, &grid)
            for word in inner {
                Self.draw(PDF417Patterns.modules(of: word, row: row), 17, row, &x, &grid)
            }
            Self.draw(0x3FA29, 18, row, &x, &grid)
        }
        return grid
    }

    private static func draw(
        _ pattern: Int, _ count: Int, _ row: Int, _ x: inout Int, _ grid: inout ModuleGrid
    ) {
        for bit in (0..<count).reversed() {
            let isDark = pattern >> bit & 1 == 1
            for y in 0..<rowModules { grid[x, row * rowModules + y] = isDark }
            x += 1
        }
    }

    /// Length, text, padding and checks.
    private var allCodewords: [Int] {
        let checks = 2 << level
        let length = rows * columns - checks
        let padding = [Int](repeating: 900, count: length - 1 - data.count)
        let words = [length] + data + padding
        return words + Self.checks(of: words, count: checks)
    }

    private func leftIndicator(_ row: Int) -> Int {
        let facts = [(rows - 1) / 3, level * 3 + (rows - 1) % 3, columns - 1]
        return 30 * (row / 3) + facts[row % 3]
    }

    private func rightIndicator(_ row: Int) -> Int {
        let facts = [columns - 1, (rows - 1) / 3, level * 3 + (rows - 1) % 3]
        return 30 * (row / 3) + facts[row % 3]
    }
}

extension PDF417Symbol {
    /// Byte compaction: six bytes are five codewords of 900 values, what is left over one each.
    private static func codewords(of bytes: [UInt8]) -> [Int] {
        var words = [bytes.count % 6 == 0 ? 924 : 901]
        let whole = bytes.count / 6 * 6
        for start in stride(from: 0, to: whole, by: 6) {
            var value = bytes[start..<(start + 6)].reduce(0) { $0 << 8 | Int($1) }
            var five = [0, 0, 0, 0, 0]
            for place in (0..<5).reversed() {
                five[place] = value % 900
                value /= 900
            }
            words += five
        }
        return words + bytes[whole...].map { Int($0) }
    }

    /// Reed and Solomon's code over the field of 929 elements, whose generator is 3 (annex D).
    private static func checks(of words: [Int], count: Int) -> [Int] {
        var generator = [1]
        var root = 1
        for _ in 0..<count {
            root = root * 3 % 929
            var next = generator + [0]
            for (index, factor) in generator.enumerated() {
                next[index + 1] = (next[index + 1] + 929 - factor * root % 929) % 929
            }
            generator = next
        }
        var rest = [Int](repeating: 0, count: count)
        for word in words {
            let factor = (word + rest[0]) % 929
            for index in 0..<count {
                let next = index + 1 < count ? rest[index + 1] : 0
                rest[index] = (next + 929 - factor * generator[index + 1] % 929) % 929
            }
        }
        return rest.map { (929 - $0) % 929 }
    }
}
