/// Puts a document's text, rows and pictures in their places on a paper.
///
/// It is pure: the rasters for what the printer lacks are handed in. Lay a document out with the
/// rasters at hand; where `unprintable` of the result names runs, have them drawn and lay it out
/// again.
package struct Layout: Sendable {
    /// The paper.
    package let paper: Paper
    private var medium: TextSetter.Medium
    private var rasters: [TextRun: Raster]
    private let rule: LaidOutLine

    /// Lays out for a printer that has the characters of `repertoire`.
    package init(paper: Paper, repertoire: Repertoire, rasters: [TextRun: Raster]) {
        self.paper = paper
        self.rasters = rasters
        medium = .printer(repertoire, rasters)
        rule = Self.rule(of: repertoire.has("─") ? "─" : "-", on: paper)
    }

    /// Lays out for a terminal, which has all characters in a single size and no barcodes.
    package init(terminalColumns columns: Int) {
        paper = Paper(columns: columns, widthDots: 0)
        rasters = [:]
        medium = .terminal
        rule = Self.rule(of: "─", on: paper)
    }

    /// The same layout with other rasters at hand; on a terminal they change nothing.
    package func with(rasters: [TextRun: Raster]) -> Layout {
        guard case .printer(let repertoire, _) = medium else { return self }
        var changed = self
        changed.medium = .printer(repertoire, rasters)
        changed.rasters = rasters
        return changed
    }

    /// Lays a document out; text that has no raster is spelled in code points and reported.
    package func receipt(of document: ReceiptDocument) -> LaidOutReceipt {
        var composer = Composer(paper: paper, setter: setter, rule: rule)
        for block in document.blocks { composer.add(block) }
        return LaidOutReceipt(
            paper: paper, lines: composer.lines, rasters: rasters,
            unprintable: composer.setter.unprintable)
    }

    /// The runs of a document for which no raster is at hand, each once, in reading order.
    package func missingRuns(of document: ReceiptDocument) -> [TextRun] {
        var setter = setter
        for block in document.blocks {
            switch block {
            case .text(let text, let style, _): _ = setter.set(text, style)
            case .table(let rows):
                for row in rows {
                    _ = setter.set(row.leading, row.style)
                    for cell in row.trailing { _ = setter.set(cell, row.style) }
                }
            case .barcode(let text, _), .qr(let text, _), .pdf417(let text):
                // In letters, should the symbol not fit.
                if !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
                    _ = setter.set(text, .plain)
                }
            case .rule, .picture, .feed, .cut, .drawerPulse, .drawerPulseOn, .beep: break
            }
        }
        return setter.unprintable
    }

    private var setter: TextSetter { TextSetter(medium) }

    private static func rule(of dash: Character, on paper: Paper) -> LaidOutLine {
        .text([
            Piece(
                xDots: 0, widthDots: paper.lineWidthDots, isBold: false,
                content: .text(String(repeating: dash, count: paper.columns)))
        ])
    }
}
