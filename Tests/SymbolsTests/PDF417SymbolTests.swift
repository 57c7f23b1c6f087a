import Symbols
import Testing

@Suite struct PDF417SymbolTests {
    /// Twelve bytes make ten codewords behind 924.
    ///
    /// With the length and eight checks that is five rows of four. The rows were drawn by another encoder, pdf417gen 0.8.1.
    @Test("a small symbol, module by module, as another encoder draws it")
    func golden() throws {
        let wanted = [
            "11111111010101000111101010111100001101011011100000011000111000110100110001011101111001"
                + "000100001000010011101010011100000111111101000101001",
            "11111111010101000111111010100011101110111101111101011110010111001110110110111100000101"
                + "100100011110110011111101010111000111111101000101001",
            "11111111010101000110101001111100001011110110110000011000111101001100101100110011110001"
                + "001101011100000011101010001111110111111101000101001",
            "11111111010101000101011110011110001000110001110011010001001101100000111011100110011001"
                + "000011011100011010101111101111100111111101000101001",
            "11111111010101000111010111000011001111011011000100010000100111101000111001000011010001"
                + "110101110000110011101011100110000111111101000101001",
        ]
        let symbol = try #require(PDF417Symbol("₹₹₹₹", widthModules: 17 * 4 + 69 + 4))
        #expect(symbol.rows == 5 && symbol.columns == 4 && symbol.level == 2)
        let grid = symbol.grid
        for (row, line) in wanted.enumerated() {
            for y in (row * 3)..<(row * 3 + 3) {
                #expect(String((0..<grid.width).map { grid[$0, y] ? "1" : "0" }) == line)
            }
        }
    }

    /// ISO/IEC 15438, 5.2: four bars and four spaces of one to six modules, 17 in all, whose
    /// widths name the row's cluster; so every row of the table that a symbol uses can be checked.
    @Test("each codeword's bars belong to the cluster of its row", arguments: [200, 300, 500])
    func clusters(widthModules: Int) throws {
        for length in stride(from: 1, through: 600, by: 37) {
            let text = String(
                (0..<length).map { Character(Unicode.Scalar(UInt8(33 + $0 * 7 % 90))) })
            let symbol = try #require(PDF417Symbol(text, widthModules: widthModules))
            #expect(symbol.widthModules + 4 <= widthModules)
            let grid = symbol.grid
            for row in 0..<symbol.rows {
                for column in 0..<(symbol.columns + 2) {
                    let modules = (0..<17).map { grid[17 + column * 17 + $0, row * 3] }
                    #expect(
                        Self.cluster(of: modules) == row % 3 * 3, "row \(row), column \(column)")
                }
            }
        }
    }

    @Test("what no symbol of a width can hold is refused")
    func refused() {
        #expect(PDF417Symbol("", widthModules: 300) == nil)
        #expect(PDF417Symbol("a", widthModules: 80) == nil)
        #expect(PDF417Symbol(String(repeating: "a", count: 1100), widthModules: 300) == nil)
        #expect(PDF417Symbol("a", widthModules: 17 + 69 + 4)?.columns == 1)
    }

    private static func cluster(of modules: [Bool]) -> Int? {
        var widths: [Int] = []
        for (index, isDark) in modules.enumerated() {
            if index > 0, modules[index - 1] == isDark {
                widths[widths.count - 1] += 1
            } else {
                widths.append(1)
            }
        }
        guard modules[0], widths.count == 8, widths.allSatisfy({ (1...6).contains($0) })
        else { return nil }
        return (widths[0] - widths[2] + widths[4] - widths[6] + 9) % 9
    }
}
