package import Receipts
package import Symbols

/// What came out of the printer, from the top down.
package struct PrintedPaper: Sendable {
    /// A thing that happened to the paper or the drawer.
    package enum Event: Hashable, Sendable {
        /// A line of text; empty for an empty line.
        case row(PrintedRow)
        /// A picture, and the text it is known to stand for.
        case picture(Raster, alignment: Alignment, text: String?)
        /// Bars that the printer drew itself.
        case barcode(LinearSymbol, moduleDots: Int)
        /// A QR symbol that the printer drew itself.
        case qr(QRSymbol, moduleDots: Int)
        /// A PDF417 symbol that the printer drew itself.
        case pdf417(PDF417Symbol, moduleDots: Int)
        /// Empty lines fed at the end.
        case feed(lines: Int)
        /// The paper was cut.
        case cut
        /// The drawer was opened by an impulse on this pin of the connector.
        case drawer(DrawerPin)
        /// The beeper sounded.
        case beep(times: Int)
    }

    /// All events in order.
    package var events: [Event] = []
    /// How many bit images were in the lines that nobody had named.
    package var unknownImages = 0
    /// How many dots wide the paper is.
    package let widthDots: Int
    /// How many columns a line of text has.
    package let columns: Int

    /// The rows as `TextRenderer` draws them.
    package var rows: [String] {
        events.flatMap { event -> [String] in
            switch event {
            case .row(let row): [row.text]
            case .picture(let raster, let alignment, let text):
                [aligned(text ?? "[picture \(raster.width)×\(raster.height)]", alignment)]
            case .barcode(let symbol, _): [aligned("|||| " + symbol.text + " ||||", .centre)]
            case .qr(let symbol, _): [aligned("[QR \(symbol.text)]", .centre)]
            case .pdf417(let symbol, _): [aligned("[PDF417 \(symbol.text)]", .centre)]
            case .feed(let lines): [String](repeating: "", count: lines)
            case .cut: [TextRenderer.cutMark(columns)]
            case .drawer: ["[drawer opens]"]
            case .beep: ["[beep]"]
            }
        }
    }

    private func aligned(_ text: String, _ alignment: Alignment) -> String {
        String(repeating: " ", count: alignment.start(of: text.count, on: columns)) + text
    }
}

/// One line of text on paper.
package struct PrintedRow: Hashable, Sendable {
    /// A character or an image in the line.
    package struct Mark: Hashable, Sendable {
        /// Where it starts, in dots.
        package let xDots: Int
        /// How wide it is, in dots.
        package let widthDots: Int
        /// What it says.
        package let text: String
        /// Whether it was printed bold.
        package let isBold: Bool
        /// Its dots, unless it is a character of the printer's own.
        package let raster: Raster?
    }

    /// What stands on the line, from left to right.
    package var marks: [Mark] = []
    /// Whether the line was printed twice as large.
    package var isDouble = false

    /// The line as text: every mark at its column, as far as what stands before it allows.
    package var text: String {
        let words = words
        guard isDouble else { return Self.text(of: words) }
        guard let first = words.first, let last = words.last else { return "" }
        // Large letters are shown small, in the middle of the room they take.
        let inset = (last.end - first.start) / 4
        return String(repeating: " ", count: (first.start + inset) / Paper.cellWidthDots)
            + words.map(\.text).joined(separator: " ")
    }

    private struct Word {
        var text: String
        let start: Int
        var end: Int
    }

    private var words: [Word] {
        var words: [Word] = []
        for mark in marks where mark.text != " " {
            if let last = words.last, last.end == mark.xDots {
                words[words.count - 1].text += mark.text
                words[words.count - 1].end = mark.xDots + mark.widthDots
            } else {
                let end = mark.xDots + mark.widthDots
                words.append(Word(text: mark.text, start: mark.xDots, end: end))
            }
        }
        return words
    }

    private static func text(of words: [Word]) -> String {
        var row = ""
        for word in words {
            let column = word.start / Paper.cellWidthDots
            let gap = max(column - row.count, row.isEmpty ? 0 : 1)
            row += String(repeating: " ", count: gap) + word.text
        }
        return row
    }
}
