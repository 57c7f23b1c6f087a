import Symbols
import Testing

@Suite struct LinearSymbolTests {
    @Test(
        "an independent reader reads the bars",
        arguments: [
            ("8901234567890", Symbology.ean13, "EAN-13:8901234567890"),
            ("890123456789", .ean13, "EAN-13:8901234567890"),
            ("4006381333931", .ean13, "EAN-13:4006381333931"),
            ("2100001004507", .ean13, "EAN-13:2100001004507"),
            ("96385074", .ean8, "EAN-8:96385074"),
            ("036000291452", .upcA, "UPC-A:036000291452"),
            ("GALLA-39 $/+%.", .code39, "CODE-39:GALLA-39 $/+%."),
            ("0123456789ABCDEFGHIJKLMNOPQRST", .code39, "CODE-39:0123456789ABCDEFGHIJKLMNOPQRST"),
            ("UVWXYZ-. $/+%", .code39, "CODE-39:UVWXYZ-. $/+%"),
            ("BILL-2601000001", .code128, "CODE-128:BILL-2601000001"),
            ("A{~}1234567", .code128, "CODE-128:A{~}1234567"),
            ("0123456789", .itf, "I2/5:0123456789"),
            ("15400141288763", .itf, "I2/5:15400141288763"),
        ])
    func read(text: String, symbology: Symbology, wanted: String) throws {
        let symbol = try #require(LinearSymbol(text, as: symbology))
        let answers = try BarReader.read(symbol).map {
            // A reader that knows EAN only shows UPC-A with its leading zero.
            symbology == .upcA ? $0.replacing("EAN-13:0", with: "UPC-A:") : $0
        }
        #expect(answers == [wanted])
    }

    @Test("the width is the sum of the bars and spaces", arguments: 2...6)
    func widths(module: Int) throws {
        let texts: [(String, Symbology)] = [
            ("8901234567890", .ean13), ("96385074", .ean8), ("036000291452", .upcA),
            ("CODE 39", .code39), ("BILL-2601000001", .code128), ("012345", .itf),
        ]
        for (text, symbology) in texts {
            let symbol = try #require(LinearSymbol(text, as: symbology))
            let sum = symbol.elementDots(moduleDots: module).reduce(0, +)
            #expect(symbol.widthDots(moduleDots: module) == sum, "\(symbology)")
            #expect(symbol.elements.count % 2 == 1, "begins and ends with a bar")
        }
    }

    @Test(
        "what a symbology cannot hold is refused",
        arguments: [
            ("8901234567891", Symbology.ean13), ("89012345678", .ean13), ("8901234567a94", .ean13),
            ("96385075", .ean8), ("036000291453", .upcA), ("lower", .code39), ("A*B", .code39),
            ("", .code39), (String(repeating: "1", count: 31), .code39), ("123", .itf),
            ("", .itf), ("12a4", .itf), ("", .code128), ("é", .code128), ("a\n", .code128),
            ("₹", .code128),
        ])
    func refused(text: String, symbology: Symbology) {
        #expect(LinearSymbol(text, as: symbology) == nil)
    }

    /// Digit 0 in front gives set A throughout, so the second digit stands right after the guard.
    @Test("EAN-13 begins with its guard and set A's widths")
    func golden() throws {
        let symbol = try #require(LinearSymbol("0123456789012", as: .ean13))
        #expect(symbol.elements.prefix(3) == [1, 1, 1])
        #expect(symbol.elements[3..<7] == [2, 2, 2, 1], "a 1 in set A: 0011001")
        #expect(symbol.elements[27..<32] == [1, 1, 1, 1, 1], "the guard in the middle")
        #expect(symbol.elements[32..<36] == [1, 3, 1, 2], "a 7 in set C: 1000100")
    }
}
