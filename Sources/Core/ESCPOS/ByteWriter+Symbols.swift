import Symbols

extension ByteWriter {
    /// `GS H`, `GS f`, `GS h`, `GS w`, `GS k`: bars with their text under them.
    mutating func appendBarcode(_ symbol: LinearSymbol, moduleDots: Int) {
        append([0x1D, 0x48, 2, 0x1D, 0x66, 0, 0x1D, 0x68, UInt8(Self.barHeightDots)])
        append([0x1D, 0x77, UInt8(moduleDots)])
        let payload = symbol.code128.map(Self.payload) ?? Array(symbol.text.utf8)
        append([0x1D, 0x6B, Self.code(of: symbol.symbology), UInt8(payload.count)])
        append(payload)
    }

    /// How high bars are, in dots: ten millimetres.
    static let barHeightDots = 80

    private static func code(of symbology: Symbology) -> UInt8 {
        switch symbology {
        case .upcA: 65
        case .ean13: 67
        case .ean8: 68
        case .code39: 69
        case .itf: 70
        case .code128: 73
        }
    }

    /// `{B` before printable text, where `{` is doubled; `{C` before values 0 to 99.
    private static func payload(of code: Code128) -> [UInt8] {
        let open: UInt8 = 0x7B
        return code.parts.flatMap { part -> [UInt8] in
            switch part {
            case .letters(let bytes):
                [open, 0x42] + bytes.flatMap { $0 == open ? [open, open] : [$0] }
            case .digitPairs(let values): [open, 0x43] + values
            }
        }
    }

    /// `GS ( k`, functions 65, 67, 69, 80 and 81 of symbol 49: model 2, module, level, text, print.
    mutating func appendQR(_ symbol: QRSymbol, moduleDots: Int) {
        appendSymbol(49, 65, [50, 0])
        appendSymbol(49, 67, [UInt8(moduleDots)])
        appendSymbol(49, 69, [48 + UInt8(symbol.correction.rawValue)])
        appendSymbol(49, 80, [48] + Array(symbol.text.utf8))
        appendSymbol(49, 81, [48])
    }

    /// `GS ( k`, functions 65 to 70, 80 and 81 of symbol 48: columns, rows as needed, module, row
    /// height, level, the standard kind, text, print.
    mutating func appendPDF417(_ symbol: PDF417Symbol, moduleDots: Int) {
        appendSymbol(48, 65, [UInt8(symbol.columns)])
        appendSymbol(48, 66, [0])
        appendSymbol(48, 67, [UInt8(moduleDots)])
        appendSymbol(48, 68, [UInt8(PDF417Symbol.rowModules)])
        appendSymbol(48, 69, [48, 48 + UInt8(symbol.level)])
        appendSymbol(48, 70, [0])
        appendSymbol(48, 80, [48] + Array(symbol.text.utf8))
        appendSymbol(48, 81, [48])
    }

    private mutating func appendSymbol(_ kind: UInt8, _ function: UInt8, _ parameters: [UInt8]) {
        let count = parameters.count + 2
        append([0x1D, 0x28, 0x6B, UInt8(count & 0xFF), UInt8(count >> 8 & 0xFF), kind, function])
        append(parameters)
    }
}
