import Symbols

/// Draws a laid-out receipt as rows of text, for a terminal, a log or a test.
package enum TextRenderer {
    /// The rows from the top down, without spaces at their ends.
    package static func rows(of receipt: LaidOutReceipt) -> [String] {
        receipt.lines.map { line in
            switch line {
            case .text(let pieces): row(of: pieces, isDouble: false)
            case .doubleText(let pieces): row(of: pieces, isDouble: true)
            case .picture(let raster, let alignment, let text):
                aligned(
                    text ?? "[picture \(raster.width)×\(raster.height)]", alignment,
                    receipt.paper.columns)
            case .barcode(let symbol, _):
                aligned("|||| " + symbol.text + " ||||", .centre, receipt.paper.columns)
            case .qr(let symbol, _): aligned("[QR \(symbol.text)]", .centre, receipt.paper.columns)
            case .pdf417(let symbol, _):
                aligned("[PDF417 \(symbol.text)]", .centre, receipt.paper.columns)
            case .cut: cutMark(receipt.paper.columns)
            case .drawerPulse: "[drawer opens]"
            case .beep: "[beep]"
            }
        }
    }

    /// The row that stands for the place where the paper is cut.
    package static func cutMark(_ columns: Int) -> String {
        String(repeating: "- ", count: columns / 2 - 1) + "-"
    }

    /// A text in the middle of a row.
    package static func centred(_ text: String, columns: Int) -> String {
        aligned(text, .centre, columns)
    }

    private static func row(of pieces: [Piece], isDouble: Bool) -> String {
        var row = ""
        var cells = 0
        for piece in pieces {
            let text = piece.text
            let width = DisplayWidth.cells(of: text)
            // Large letters are drawn small, in the middle of the room they take on paper.
            let inset = isDouble ? piece.widthDots / 4 : 0
            let start = (piece.xDots + inset) / Paper.cellWidthDots
            let gap = max(start - cells, row.isEmpty || text.isEmpty ? 0 : 1)
            let touches = piece.xDots == previousEnd(pieces, before: piece)
            let spaces = touches ? 0 : gap
            row += String(repeating: " ", count: spaces) + text
            cells += spaces + width
        }
        return row.trimmingTrailingSpaces()
    }

    private static func previousEnd(_ pieces: [Piece], before piece: Piece) -> Int? {
        pieces.last { $0.xDots < piece.xDots }.map { $0.xDots + $0.widthDots }
    }

    private static func aligned(_ text: String, _ alignment: Alignment, _ columns: Int) -> String {
        let start = alignment.start(of: DisplayWidth.cells(of: text), on: columns)
        return (String(repeating: " ", count: start) + text).trimmingTrailingSpaces()
    }
}

extension Piece {
    /// What the piece says.
    package var text: String {
        switch content {
        case .text(let text): text
        case .raster(_, let run): run.text
        }
    }
}

extension String {
    func trimmingTrailingSpaces() -> String {
        var trimmed = Substring(self)
        while trimmed.last == " " { trimmed.removeLast() }
        return String(trimmed)
    }
}
