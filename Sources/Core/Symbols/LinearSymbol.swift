/// A text as bars and spaces, with its check digit and its width known.
package struct LinearSymbol: Hashable, Sendable {
    /// The way of writing.
    package let symbology: Symbology
    /// What a scanner reads, and what is printed under the bars; check digits included.
    package let text: String
    /// The parts of a CODE128 symbol; nil for every other kind.
    package let code128: Code128?

    /// Takes a text that the symbology can hold; nil for any other.
    ///
    /// EAN and UPC take the digits with a right check digit, or without one, which is then added.
    /// ITF takes an even number of digits, 2 to 30, CODE39 1 to 30 of its characters.
    package init?(_ text: String, as symbology: Symbology) {
        self.symbology = symbology
        switch symbology {
        case .code128:
            guard let code = Code128(text) else { return nil }
            (self.text, code128) = (text, code)
        case .ean13, .ean8, .upcA:
            guard let digits = RetailDigits.checked(text, as: symbology) else { return nil }
            (self.text, code128) = (digits, nil)
        case .code39:
            guard (1...30).contains(text.utf8.count), text.utf8.allSatisfy(Code39.has)
            else { return nil }
            (self.text, code128) = (text, nil)
        case .itf:
            let count = text.utf8.count
            guard (2...30).contains(count), count % 2 == 0,
                text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            (self.text, code128) = (text, nil)
        }
    }

    /// The widths of bars and spaces by turns, starting with a bar.
    ///
    /// In modules; where a symbology knows two widths only, 1 is a narrow and 2 a wide one.
    package var elements: [UInt8] {
        switch symbology {
        case .code128: code128?.elements ?? []
        case .ean13, .ean8, .upcA: RetailDigits.elements(of: text, as: symbology)
        case .code39: Code39.elements(of: text)
        case .itf: InterleavedDigits.elements(of: text)
        }
    }

    /// How wide the bars are, in dots, without white at their sides.
    ///
    /// Two and a half modules are the wide bar of symbologies with two widths: so `GS w` has it.
    package func widthDots(moduleDots: Int) -> Int {
        let wide = Self.wideDots(moduleDots)
        switch symbology {
        case .code128: return (code128?.modules ?? 0) * moduleDots
        case .ean13, .upcA: return 95 * moduleDots
        case .ean8: return 67 * moduleDots
        case .code39:
            // Start and stop beside the characters; a narrow gap between each two.
            let characters = text.utf8.count + 2
            return characters * (6 * moduleDots + 3 * wide) + (characters - 1) * moduleDots
        case .itf:
            let pairs = text.utf8.count / 2
            return 4 * moduleDots + pairs * (6 * moduleDots + 4 * wide) + wide + 2 * moduleDots
        }
    }

    /// How wide the bars are with the white that a scanner wants at their sides, in dots.
    package func widthWithQuietZonesDots(moduleDots: Int) -> Int {
        widthDots(moduleDots: moduleDots) + 2 * symbology.quietModules * moduleDots
    }

    /// The widths of bars and spaces by turns, in dots.
    package func elementDots(moduleDots: Int) -> [Int] {
        let isBinary = symbology.isBinary
        return elements.map {
            isBinary && $0 == 2 ? Self.wideDots(moduleDots) : Int($0) * moduleDots
        }
    }

    /// Epson's table of `GS w`: 2 and 5 dots, 3 and 8, 4 and 10, 5 and 13, 6 and 16.
    private static func wideDots(_ moduleDots: Int) -> Int { (moduleDots * 5 + 1) / 2 }
}
