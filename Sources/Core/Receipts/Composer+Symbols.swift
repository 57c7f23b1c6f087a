import Symbols

extension Composer {
    /// How wide a QR symbol is wanted, in dots: about 30 mm, which a phone takes in at once.
    private static let wantedQRDots = 240
    /// Beyond this the empty line above a symbol is less than the white that readers want.
    private static let mostQRModuleDots = 7
    /// Bars and modules under two dots blur on a thermal head.
    private static let leastModuleDots = 2

    /// Adds bars as wide as the paper allows, or the text in letters.
    mutating func addBarcode(_ text: String, as symbology: Symbology) {
        let widest = paper.barcodeModuleDots ?? 0
        if let symbol = LinearSymbol(text, as: symbology), widest >= Self.leastModuleDots,
            let module = (Self.leastModuleDots...widest).last(where: {
                symbol.widthWithQuietZonesDots(moduleDots: $0) <= paper.widthDots
            })
        {
            append(.barcode(symbol, moduleDots: module))
        } else {
            add(text, .plain, .centre)
        }
    }

    /// Adds a QR symbol, or the text in letters.
    mutating func addQR(_ text: String, _ correction: QRSymbol.Correction) {
        guard let symbol = setter.isTerminal ? nil : QRSymbol(text, correction: correction) else {
            return addSpelled("QR", text)
        }
        // A printer that makes the symbol itself may need the next size for its way of writing.
        let modules = symbol.modules + 2 * QRSymbol.quietModules + 4
        let wanted = max(Self.wantedQRDots / modules, Self.leastModuleDots)
        let module = min(wanted, paper.widthDots / modules, Self.mostQRModuleDots)
        guard module >= Self.leastModuleDots else { return add(text, .plain, .centre) }
        addBetweenWhite(.qr(symbol, moduleDots: module))
    }

    /// Adds a PDF417 symbol, or the text in letters.
    mutating func addPDF417(_ text: String) {
        let module = Self.leastModuleDots
        let symbol =
            setter.isTerminal
            ? nil : PDF417Symbol(text, widthModules: paper.widthDots / module)
        guard let symbol else { return addSpelled("PDF417", text) }
        addBetweenWhite(.pdf417(symbol, moduleDots: module))
    }

    private mutating func addBetweenWhite(_ line: LaidOutLine) {
        append(.text([]))
        append(line)
        append(.text([]))
    }

    /// What a screen, or a printer whose paper is too narrow, shows in place of a symbol.
    private mutating func addSpelled(_ kind: String, _ text: String) {
        add(setter.isTerminal ? "[\(kind) \(text)]" : text, .plain, .centre)
    }
}
