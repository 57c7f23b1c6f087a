package import Receipts
import Symbols

/// Draws a laid-out receipt dot by dot, as the printer that it was laid out for prints it.
///
/// The printer's own characters are drawn in a font of the same size: their shapes differ, their
/// places do not.
package struct ReceiptPicture {
    private static let lineDots = 30
    private static let barDots = 80
    private let receipt: LaidOutReceipt
    private let typesetter: Typesetter
    private var strips: [Raster] = []

    /// The whole receipt as one picture, as wide as the print head and as long as the paper.
    package static func raster(
        of receipt: LaidOutReceipt, with typesetter: Typesetter
    ) throws(TypesetterError) -> Raster {
        var picture = ReceiptPicture(receipt: receipt, typesetter: typesetter)
        for line in receipt.lines { try picture.add(line) }
        return picture.joined()
    }

    private init(receipt: LaidOutReceipt, typesetter: Typesetter) {
        self.receipt = receipt
        self.typesetter = typesetter
    }

    private mutating func add(_ line: LaidOutLine) throws(TypesetterError) {
        switch line {
        case .text(let pieces): strips.append(try strip(of: pieces, scale: 1))
        case .doubleText(let pieces): strips.append(try strip(of: pieces, scale: 2))
        case .picture(let raster, let alignment, _): add(raster, alignment)
        case .barcode(let symbol, let dots):
            add(Raster(symbol, moduleDots: dots, heightDots: Self.barDots), .centre)
            strips.append(try strip(of: [caption(symbol.text)], scale: 1))
        case .qr(let symbol, let dots): add(Raster(symbol.grid, moduleDots: dots), .centre)
        case .pdf417(let symbol, let dots): add(Raster(symbol.grid, moduleDots: dots), .centre)
        case .cut: addCut()
        case .drawerPulse, .beep: break
        }
    }

    private mutating func add(_ raster: Raster, _ alignment: Alignment) {
        var strip = Raster(width: receipt.paper.widthDots, height: raster.height)
        strip.draw(raster, x: alignment.start(of: raster.width, on: strip.width), y: 0)
        strips.append(strip)
    }

    /// The text that a printer adds under bars.
    private func caption(_ text: String) -> Piece {
        let width = text.utf8.count * Paper.cellWidthDots
        let start = Alignment.centre.start(of: width, on: receipt.paper.widthDots)
        return Piece(xDots: start, widthDots: width, isBold: false, content: .text(text))
    }

    private func strip(of pieces: [Piece], scale: Int) throws(TypesetterError) -> Raster {
        let height = max(Self.lineDots, Paper.cellHeightDots * scale)
        var strip = Raster(width: receipt.paper.widthDots, height: height)
        for piece in pieces {
            switch piece.content {
            case .raster(let raster, _): strip.draw(raster, x: piece.xDots, y: 0)
            case .text(let text):
                var x = piece.xDots
                for scalar in text.unicodeScalars {
                    if let cell = try cell(scalar, isBold: piece.isBold) {
                        strip.draw(cell.magnified(by: scale), x: x, y: 0)
                    }
                    x += Paper.cellWidthDots * scale
                }
            }
        }
        return strip
    }

    private func cell(
        _ scalar: Unicode.Scalar, isBold: Bool
    ) throws(TypesetterError) -> Raster? {
        guard scalar != " " else { return nil }
        let run = TextRun(String(Character(scalar)), isBold: isBold, form: .cell)
        if let raster = receipt.rasters[run] { return raster }
        return try typesetter.raster(of: run)
    }

    /// White up to the knife, and a dashed line where it goes through.
    private mutating func addCut() {
        var strip = Raster(width: receipt.paper.widthDots, height: Self.lineDots * 3)
        for x in 0..<strip.width where x / 8 % 2 == 0 { strip[x, Self.lineDots * 2] = true }
        strips.append(strip)
    }

    private func joined() -> Raster {
        let height = strips.reduce(0) { $0 + $1.height }
        var whole = Raster(width: receipt.paper.widthDots, height: height)
        var y = 0
        for strip in strips {
            whole.draw(strip, x: 0, y: y)
            y += strip.height
        }
        return whole
    }
}

extension Raster {
    /// The same picture with each dot as a square of `factor` dots.
    fileprivate func magnified(by factor: Int) -> Raster {
        guard factor > 1 else { return self }
        var large = Raster(width: width * factor, height: height * factor)
        for y in 0..<large.height {
            for x in 0..<large.width where self[x / factor, y / factor] { large[x, y] = true }
        }
        return large
    }
}
