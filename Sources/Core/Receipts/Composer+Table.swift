extension Composer {
    private static let gapDots = Paper.cellWidthDots * 2

    /// Adds rows whose right-hand cells end under each other.
    mutating func add(_ rows: [TableRow]) {
        var cells: [SetText] = []
        cells.reserveCapacity(rows.count * 2)
        // The widest cell of each column, counted from the right: the edge of the one before it.
        var widths: [Int] = []
        for row in rows {
            for (index, text) in row.trailing.enumerated() {
                let cell = setter.set(text, row.style)
                let column = row.trailing.count - 1 - index
                while widths.count <= column { widths.append(0) }
                widths[column] = max(widths[column], cell.widthDots)
                cells.append(cell)
            }
        }
        var start = 0
        for row in rows {
            let end = start + row.trailing.count
            add(row, cells[start..<end], widths)
            start = end
        }
    }

    private mutating func add(_ row: TableRow, _ cells: ArraySlice<SetText>, _ widths: [Int]) {
        let leading = setter.set(row.leading, row.style)
        let indent = indentDots(of: row, leading)
        guard let start = start(of: cells, widths) else { return addStacked(leading, cells) }
        // Terminals disagree on the width of complex scripts, so nothing may follow them.
        let standsAlone = setter.isTerminal && leading.words != nil
        let fits = indent + leading.widthDots + Self.gapDots <= start && !standsAlone
        guard fits || leading.widthDots == 0 else {
            addWrapped(leading)
            return addLine(nil, cells, widths)
        }
        addLine(leading, indent: indent, cells, widths)
    }

    /// How far a row stands in: characters bring their spaces, shaped words have lost them.
    private func indentDots(of row: TableRow, _ leading: SetText) -> Int {
        guard leading.words != nil else { return 0 }
        return row.leading.unicodeScalars.prefix { $0 == " " }.count * leading.cellDots
    }

    /// Where the first of the right-hand cells starts; nil where they do not fit on one line.
    private func start(of cells: ArraySlice<SetText>, _ widths: [Int]) -> Int? {
        guard let first = cells.first else { return paper.lineWidthDots + Self.gapDots }
        let start = edge(of: 0, cells.count, widths) - first.widthDots
        return start >= 0 ? start : nil
    }

    private func edge(of cell: Int, _ count: Int, _ widths: [Int]) -> Int {
        var edge = paper.lineWidthDots
        for column in 0..<(count - 1 - cell) { edge -= widths[column] + Self.gapDots }
        return edge
    }

    private mutating func addLine(
        _ leading: SetText?, indent: Int = 0, _ cells: ArraySlice<SetText>, _ widths: [Int]
    ) {
        var pieces: [Piece] = []
        pieces.reserveCapacity(cells.count + 1)
        leading?.append(to: &pieces, at: indent)
        for index in cells.indices {
            let cell = cells[index]
            let edge = edge(of: index - cells.startIndex, cells.count, widths)
            cell.append(to: &pieces, at: edge - cell.widthDots)
        }
        append(.text(pieces))
    }

    private mutating func addWrapped(_ text: SetText, _ alignment: Alignment = .left) {
        for line in setter.lines(of: text, limitDots: paper.lineWidthDots) {
            add(line, of: text, alignment)
        }
    }

    private mutating func addStacked(_ leading: SetText, _ cells: ArraySlice<SetText>) {
        if leading.widthDots > 0 { addWrapped(leading) }
        for cell in cells { addWrapped(cell, .right) }
    }
}
