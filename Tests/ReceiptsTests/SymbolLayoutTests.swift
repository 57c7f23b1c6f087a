import Receipts
import Symbols
import Testing

@Suite struct SymbolLayoutTests {
    private func lines(_ block: ReceiptBlock, widthDots: Int, columns: Int = 32) -> [LaidOutLine] {
        let paper = Paper(columns: columns, widthDots: widthDots, barcodeModuleDots: 3)
        let layout = Layout(paper: paper, repertoire: Repertoire(resident: []), rasters: [:])
        return layout.receipt(of: ReceiptDocument([block])).lines
    }

    private func text(_ lines: [LaidOutLine]) -> [String] {
        lines.map { line in
            guard case .text(let pieces) = line else { return "a symbol" }
            return pieces.map(\.text).joined()
        }
    }

    @Test("bars too wide for the paper are printed in letters")
    func tooWide() {
        let text = "ABCDEFGHIJKLMNOPQRST"
        #expect(self.text(lines(.barcode(text), widthDots: 384)) == [text])
    }

    @Test("the number of a bill is bars on the narrowest paper, the longest one by a clock too")
    func billNumbers() throws {
        // Of the longest: 15 symbols of 11 modules and a stop of 13: 178 × 2 dots fit 384; the white reaches beside the head.
        for number in ["BILL-2601000001", "CN-2601000001", "BILL-1732345678901"] {
            let symbol = try #require(LinearSymbol(number, as: .code128))
            #expect(
                lines(.barcode(number), widthDots: 384)
                    == [.barcode(symbol, moduleDots: 2)], "\(number)")
        }
    }

    @Test("what a symbology cannot hold is printed in letters")
    func notInBars() {
        #expect(text(lines(.barcode("12345", as: .ean13), widthDots: 384)) == ["12345"])
    }

    @Test("bars are as wide as the paper allows with the white at their sides")
    func module() {
        // 95 modules and 22 of white: 117 × 3 dots fit 351, and not 350.
        for (width, module) in [(351, 3), (384, 3)] {
            let line = lines(
                .barcode("8901234567890", as: .ean13), widthDots: width, columns: 29)
            #expect(line == [.barcode(symbol("8901234567890"), moduleDots: module)])
        }
        #expect(
            lines(.barcode("8901234567890", as: .ean13), widthDots: 350, columns: 29)
                == [.barcode(symbol("8901234567890"), moduleDots: 2)])
    }

    @Test("a QR symbol has an empty line above and below it, as wide as its white has to be")
    func qr() throws {
        let lines = lines(.qr("upi://pay?pa=a@b&am=1.00"), widthDots: 384)
        let symbol = try #require(QRSymbol("upi://pay?pa=a@b&am=1.00"))
        guard lines.count == 3, case .qr(symbol, let module) = lines[1] else {
            Issue.record("\(lines)")
            return
        }
        #expect(lines[0] == .text([]) && lines[2] == .text([]))
        // Lines are at least 28 dots apart on every printer: four modules of seven dots.
        #expect((2...7).contains(module))
        #expect((symbol.modules + 8) * module <= 384)
    }

    @Test("symbols too large for the paper are printed in letters, and nothing of them is lost")
    func tooLarge() {
        let text = String(repeating: "abcdefgh", count: 300)
        #expect(self.text(lines(.qr(text), widthDots: 384)).joined() == text)
        let long = String(repeating: "z", count: 1200)
        #expect(self.text(lines(.pdf417(long), widthDots: 384)).joined() == long)
    }

    private func symbol(_ text: String) -> LinearSymbol {
        guard let symbol = LinearSymbol(text, as: .ean13) else {
            preconditionFailure("the fixture's digits are right")
        }
        return symbol
    }
}
