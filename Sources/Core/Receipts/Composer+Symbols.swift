import Symbols

extension Composer {
    /// How wide a QR symbol is wanted, in dots: about 30 mm, which a phone takes in at once.
    private static let wantedQRDots = 240
    /// Beyond this the empty line above a symbol is less than the white that readers want.
    private static let mostQRModuleDots = 7
    /// Two millimetres of white beside the print head on any paper: rolls of 58 mm have heads of 48 mm,
    /// rolls of 80 mm heads of 72 mm, and a roll may lie askew.
    private static let marginDots = 16
    /// Bars and modules under two dots blur on a thermal head.
    private static let leastModuleDots = 2

    /// Adds bars as wide as the paper allows, or the text in letters.
    mutating func addBarcode(_ text: String, as symbology: Symbology) {
        let widest = paper.barcodeModuleDots ?? 0
        guard let symbol = LinearSymbol(text, as: symbology), widest >= Self.leastModuleDots else {
            return add(text, .plain, .centre)
        }
        let modules = Self.leastModuleDots...widest
        if let module = modules.last(where: {
            symbol.widthWithQuietZonesDots(moduleDots: $0) <= paper.widthDots
        }) {
            append(.barcode(symbol, moduleDots: module))
        } else if hasWhiteBeside(symbol) {
            append(.barcode(symbol, moduleDots: Self.leastModuleDots))
        } else {
            add(text, .plain, .centre)
        }
    }

    /// Whether the narrowest bars fit the head, and their white the paper beside it.
    private func hasWhiteBeside(_ symbol: LinearSymbol) -> Bool {
        symbol.widthDots(moduleDots: Self.leastModuleDots) <= paper.widthDots
            && symbol.widthWithQuietZonesDots(moduleDots: Self.leastModuleDots)
                <= paper.widthDots + 2 * Self.marginDots
    }

    /// Adds a QR symbol, or the text in letters.
    mutating func addQR(_ text: String, _ correction: QRSymbol.Correction) {
        let symbol = drawsSymbols ? QRSymbol(text, correction: correction) : nil
        guard let symbol else { return addSpelled("QR", text) }
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
            drawsSymbols ? PDF417Symbol(text, widthModules: paper.widthDots / module) : nil
        guard let symbol else { return addSpelled("PDF417", text) }
        addBetweenWhite(.pdf417(symbol, moduleDots: module))
    }

    /// Terminals and needle printers make no dots that a scanner would read.
    private var drawsSymbols: Bool { paper.barcodeModuleDots != nil && !setter.isTerminal }

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
