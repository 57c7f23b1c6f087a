package import Receipts
import Seeds
import Symbols

/// Documents of every kind of block, with texts that are likely to break a layout.
package struct RandomDocument {
    private var random: SeededGenerator
    private static let words = [
        "Tea", "Rice", "~", "A", "{B}", "Crème", "₹", "₹100", "1,234.50", "5kg×2", "Ünder", "é",
        "Sunflower", "Extraordinarily-long-brand-name-of-a-single-word-that-never-ends", "10%",
        "Łódź", "Ωmega", "e\u{301}clair", "नमक", "किग्रा", "अरिसि", "அரிசி", "شاي", "100ग्राम",
        "茶", "\u{1B}p0", "a\u{200D}b", "©\u{200D}❤", "☕\u{FE0F}", "\u{301}x", "e\u{301}\u{302}",
        "\u{7F}", "টাকা", "Привет", "Ελλάδα", "Zażółć", "İğne", "½", "“so”",
    ]

    /// Starts at a seed.
    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The next document: up to a dozen blocks, then a cut.
    package mutating func next() -> ReceiptDocument {
        let count = Int.random(in: 1...12, using: &random)
        var blocks: [ReceiptBlock] = []
        for _ in 0..<count { blocks.append(block()) }
        return ReceiptDocument(blocks + [.cut])
    }

    private mutating func block() -> ReceiptBlock {
        switch Int.random(in: 0...11, using: &random) {
        case 9: .qr(word() + " " + code(), correction: correction())
        case 10: .pdf417(code())
        case 11: bars()
        case 0...2: .text(text(), style: style(), alignment: alignment())
        case 3...5: .table(rows())
        case 6: .rule
        case 7: signal()
        default: Bool.random(using: &random) ? .feed(lines: 2) : picture()
        }
    }

    private mutating func signal() -> ReceiptBlock {
        switch Int.random(in: 0...2, using: &random) {
        case 0: .drawerPulse
        case 1: .drawerPulseOn(.five)
        default: .beep(times: Int.random(in: 1...12, using: &random))
        }
    }

    /// Bars of every kind, some of texts that they cannot hold.
    private mutating func bars() -> ReceiptBlock {
        let symbology = Symbology.allCases.randomElement(using: &random) ?? .code128
        let digits = String(Int.random(in: 0...9_999_999_999_999, using: &random))
        return .barcode(Bool.random(using: &random) ? digits : code(), as: symbology)
    }

    private mutating func correction() -> QRSymbol.Correction {
        QRSymbol.Correction.allCases.randomElement(using: &random) ?? .medium
    }

    private mutating func text() -> String {
        let count = Int.random(in: 0...7, using: &random)
        return (0..<count).map { _ in word() }.joined(separator: " ")
    }

    private mutating func word() -> String {
        Self.words.randomElement(using: &random) ?? ""
    }

    private mutating func rows() -> [TableRow] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let cells = (0..<Int.random(in: 0...3, using: &random)).map { _ in word() }
            return TableRow(text(), cells, isBold: Bool.random(using: &random))
        }
    }

    private mutating func style() -> TextStyle {
        TextStyle(isBold: Bool.random(using: &random), isDouble: Bool.random(using: &random))
    }

    private mutating func alignment() -> Alignment {
        Alignment.allCases.randomElement(using: &random) ?? .left
    }

    private mutating func code() -> String {
        let characters = Array("0123456789160416051620BILL-{~")
        let count = Int.random(in: 1...32, using: &random)
        return String((0..<count).compactMap { _ in characters.randomElement(using: &random) })
    }

    /// Dots at random, many of them the bytes of real-time commands.
    private mutating func picture() -> ReceiptBlock {
        var raster = Raster(
            width: Int.random(in: 1...380, using: &random),
            height: Int.random(in: 1...300, using: &random))
        for y in 0..<raster.height {
            for x in 0..<raster.width where random.next() % 5 == 0 { raster[x, y] = true }
        }
        return .picture(raster, alignment: alignment())
    }
}
