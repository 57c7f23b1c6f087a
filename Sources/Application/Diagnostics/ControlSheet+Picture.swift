package import Receipts
import Scanning
import Symbols
package import Typesetter

extension ControlSheet {
    /// Dots of a page: the width of A4 at 150 dots an inch.
    private static let widthDots = 1240
    private static let columns = 2
    private static let cellHeightDots = 132
    private static let barHeightDots = 64
    private static let moduleDots = 2
    private static let marginDots = 40

    /// The sheet as a picture for a page of A4 width: two columns, bars of CODE128 with their letters.
    ///
    /// Throws where no font is installed that can write it.
    package func picture(with typesetter: Typesetter) throws(TypesetterError) -> Raster {
        let cells = (entries.count + Self.columns - 1) / Self.columns
        let top = Self.marginDots + 3 * Paper.cellHeightDots
        var page = Raster(
            width: Self.widthDots,
            height: top + cells * Self.cellHeightDots + Self.marginDots)
        try write(
            "Galla: control codes", isBold: true, on: &page, x: Self.widthDots / 2,
            y: Self.marginDots, typesetter)
        let width = (Self.widthDots - 2 * Self.marginDots) / Self.columns
        for (index, entry) in entries.enumerated() {
            // Down the first column, then down the second, as lists are read.
            let x = Self.marginDots + index / cells * width + width / 2
            try draw(
                entry, on: &page, x: x, y: top + index % cells * Self.cellHeightDots, typesetter)
        }
        return page
    }

    private func draw(
        _ entry: Entry, on page: inout Raster, x: Int, y: Int, _ typesetter: Typesetter
    ) throws(TypesetterError) {
        try write(entry.title, isBold: true, on: &page, x: x, y: y, typesetter)
        let bars = y + Paper.cellHeightDots + 6
        // Every control code is short printable ASCII, which CODE128 holds.
        if let symbol = LinearSymbol(entry.code.text, as: .code128) {
            var edge = x - symbol.widthDots(moduleDots: Self.moduleDots) / 2
            for (place, width) in symbol.elementDots(moduleDots: Self.moduleDots).enumerated() {
                if place % 2 == 0 { fill(&page, x: edge, y: bars, width: width) }
                edge += width
            }
        }
        try write(
            entry.code.text, isBold: false, on: &page, x: x, y: bars + Self.barHeightDots + 4,
            typesetter)
    }

    private func fill(_ page: inout Raster, x: Int, y: Int, width: Int) {
        for row in y..<(y + Self.barHeightDots) {
            for column in x..<(x + width) { page[column, row] = true }
        }
    }

    /// Writes a text with its middle at `x`.
    private func write(
        _ text: String, isBold: Bool, on page: inout Raster, x: Int, y: Int,
        _ typesetter: Typesetter
    ) throws(TypesetterError) {
        let gap = Paper.cellHeightDots / 3
        var words: [Raster] = []
        for word in text.split(separator: " ") {
            let run = TextRun(String(word), isBold: isBold, form: .line)
            guard let raster = try typesetter.raster(of: run) else {
                throw .noFont(String(word))
            }
            words.append(raster)
        }
        var edge = x - (words.reduce(0) { $0 + $1.width } + gap * (words.count - 1)) / 2
        for word in words {
            page.draw(word, x: edge, y: y)
            edge += word.width + gap
        }
    }
}
