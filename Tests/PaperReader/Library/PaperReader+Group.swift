import ESCPOS
import Receipts
import Symbols

extension PaperReader {
    /// The commands that start with `GS`.
    mutating func readGroup() throws(PaperError) {
        switch try cursor.next() {
        case 0x21: try readSize()
        case 0x28: try readExtended()
        case 0x38: try readGraphics()
        case 0x48: try cursor.expect(2)
        case 0x56: try readCut()
        case 0x66: try cursor.expect(0)
        case 0x68: barcode.heightDots = Int(try cursor.next())
        case 0x6B: try readBarcode()
        case 0x76: try readPicture()
        case 0x77: barcode.moduleDots = Int(try cursor.next())
        case let other: throw cursor.error("GS \(other) is not in use")
        }
    }

    /// `GS (`: functions of two-dimensional symbols, and the printing of stored graphics.
    private mutating func readExtended() throws(PaperError) {
        switch try cursor.next() {
        case 0x6B: try readSymbolFunction()
        case 0x4C:
            try cursor.expect(2, 0, 48, 50)
            guard let slice = storedSlice else { throw cursor.error("no graphics are stored") }
            storedSlice = nil
            add(slice)
        case let other: throw cursor.error("GS ( \(other) is not in use")
        }
    }

    private mutating func readSize() throws(PaperError) {
        let size = try cursor.next()
        guard size == 0 || size == 0x11 else { throw cursor.error("size \(size)") }
        isDouble = size == 0x11
    }

    private mutating func readCut() throws(PaperError) {
        try requireLineStart()
        switch profile.cutter {
        case .partial: try cursor.expect(66, 0)
        case .full: try cursor.expect(65, 0)
        case .none: throw cursor.error("this printer has no cutter")
        }
        paper.events.append(.cut)
    }

    private mutating func readBarcode() throws(PaperError) {
        let code = try cursor.next()
        guard let symbology = Self.symbologies[code], profile.symbologies.contains(symbology)
        else { throw cursor.error("this printer draws no bars of kind \(code)") }
        try requireLineStart()
        let length = Int(try cursor.next())
        let data = try cursor.next(length)
        let text =
            symbology == .code128
            ? Code128Reader.text(of: data) : String(decoding: data, as: UTF8.self)
        guard let text, let symbol = LinearSymbol(text, as: symbology), symbol.text == text else {
            throw cursor.error("no \(symbology.rawValue): \(data)")
        }
        let width = symbol.widthWithQuietZonesDots(moduleDots: barcode.moduleDots)
        guard barcode.moduleDots >= 2, barcode.heightDots > 0, width <= profile.paper.widthDots
        else { throw cursor.error("bars of \(width) dots do not fit") }
        paper.events.append(.barcode(symbol, moduleDots: barcode.moduleDots))
    }

    /// Epson's manual of `GS k`, function B.
    private static let symbologies: [UInt8: Symbology] = [
        65: .upcA, 67: .ean13, 68: .ean8, 69: .code39, 70: .itf, 73: .code128,
    ]
}
