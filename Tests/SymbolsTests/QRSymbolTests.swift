import Symbols
import Testing

@Suite struct QRSymbolTests {
    @Test(
        "an independent reader reads what was written",
        arguments: [
            "1", "01234567", "GALLA 26 $%*+-./:",
            "upi://pay?pa=shivik@upi&pn=Shivik%20Mart&am=500.00&cu=INR&tn=BILL-2601000001",
            "नमक ₹28", String(repeating: "7", count: 500), String(repeating: "Ab", count: 300),
        ], QRSymbol.Correction.allCases)
    func read(text: String, correction: QRSymbol.Correction) throws {
        let symbol = try #require(QRSymbol(text, correction: correction))
        #expect(try BarReader.read(symbol.grid) == ["QR-Code:" + text])
    }

    /// One text for each size, so that each row of the tables of capacity is used.
    @Test("symbols of every size are read", arguments: 1...40)
    func sizes(version: Int) throws {
        let correction = QRSymbol.Correction.allCases[version % 4]
        var count = 1
        while let next = QRSymbol(String(repeating: "x", count: count + 1), correction: correction),
            next.version <= version
        { count += 1 }
        let text = String(repeating: "x", count: count)
        let symbol = try #require(QRSymbol(text, correction: correction))
        #expect(symbol.version == version)
        #expect(symbol.modules == 17 + 4 * version)
        #expect(try BarReader.read(symbol.grid) == ["QR-Code:" + text])
    }

    /// ISO/IEC 18004, table 7: characters that the largest symbol holds.
    @Test(
        "the largest symbol holds as much as the standard says, and nothing more",
        arguments: [
            ("1", QRSymbol.Correction.low, 7089), ("A", .low, 4296), ("a", .low, 2953),
            ("a", .medium, 2331), ("a", .quartile, 1663), ("a", .high, 1273),
        ])
    func capacity(letter: String, correction: QRSymbol.Correction, most: Int) {
        #expect(
            QRSymbol(String(repeating: letter, count: most), correction: correction)?.version == 40)
        #expect(QRSymbol(String(repeating: letter, count: most + 1), correction: correction) == nil)
        #expect(QRSymbol("", correction: correction) == nil)
    }
}
