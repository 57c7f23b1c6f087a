package import Receipts
import Symbols
package import Typesetter

/// Draws printed paper dot by dot, the printer's own characters in a font of the same size.
package struct PaperPicture {
    private static let lineDots = 30
    private static let margin = 24
    private let typesetter: Typesetter
    private var rows: [Raster] = []
    private let widthDots: Int

    /// The whole paper as one picture.
    package static func raster(
        of paper: PrintedPaper, typesetter: Typesetter
    ) throws(TypesetterError) -> Raster {
        var picture = PaperPicture(typesetter: typesetter, widthDots: paper.widthDots)
        for event in paper.events { try picture.add(event) }
        return picture.joined()
    }

    private init(typesetter: Typesetter, widthDots: Int) {
        self.typesetter = typesetter
        self.widthDots = widthDots
    }

    private mutating func add(_ event: PrintedPaper.Event) throws(TypesetterError) {
        switch event {
        case .row(let row): rows.append(try raster(of: row))
        case .picture(let raster, let alignment, _):
            var line = Raster(width: widthDots, height: raster.height)
            line.draw(raster, x: alignment.start(of: raster.width, on: widthDots), y: 0)
            rows.append(line)
        case .barcode(let symbol, let dots): try addBarcode(symbol, dots)
        case .qr(let symbol, let dots): addCentred(Raster(symbol.grid, moduleDots: dots))
        case .pdf417(let symbol, let dots): addCentred(Raster(symbol.grid, moduleDots: dots))
        case .feed(let lines):
            rows.append(Raster(width: widthDots, height: lines * Self.lineDots))
        case .cut: addCut()
        case .drawer, .beep: break
        }
    }

    private func raster(of row: PrintedRow) throws(TypesetterError) -> Raster {
        let scale = row.isDouble ? 2 : 1
        var line = Raster(width: widthDots, height: max(Self.lineDots, 24 * scale))
        for mark in row.marks where mark.text != " " {
            let glyph: Raster
            if let raster = mark.raster {
                glyph = raster
            } else {
                let run = TextRun(mark.text, isBold: mark.isBold, form: .cell)
                guard let drawn = try typesetter.raster(of: run) else { continue }
                glyph = drawn
            }
            line.draw(glyph.magnified(by: scale), x: mark.xDots, y: 0)
        }
        return line
    }

    private mutating func addCentred(_ raster: Raster) {
        var line = Raster(width: widthDots, height: raster.height)
        line.draw(raster, x: Alignment.centre.start(of: raster.width, on: widthDots), y: 0)
        rows.append(line)
    }

    private mutating func addBarcode(
        _ symbol: LinearSymbol, _ moduleDots: Int
    ) throws(TypesetterError) {
        addCentred(Raster(symbol, moduleDots: moduleDots, heightDots: 80))
        var row = PrintedRow()
        let start = Alignment.centre.start(
            of: symbol.text.count * Paper.cellWidthDots, on: widthDots)
        for (index, character) in symbol.text.enumerated() {
            row.marks.append(
                PrintedRow.Mark(
                    xDots: start + index * Paper.cellWidthDots, widthDots: Paper.cellWidthDots,
                    text: String(character), isBold: false, raster: nil))
        }
        rows.append(try raster(of: row))
    }

    private mutating func addCut() {
        var line = Raster(width: widthDots, height: Self.lineDots * 3)
        for x in 0..<widthDots where x / 8 % 2 == 0 { line[x, Self.lineDots * 2] = true }
        rows.append(line)
    }

    private func joined() -> Raster {
        let height = rows.reduce(0) { $0 + $1.height }
        var whole = Raster(
            width: widthDots + 2 * Self.margin, height: height + 2 * Self.margin)
        var y = Self.margin
        for row in rows {
            whole.draw(row, x: Self.margin, y: y)
            y += row.height
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
