/// Gathers the lines of one receipt, block by block.
struct Composer {
    let paper: Paper
    var setter: TextSetter
    private(set) var lines: [LaidOutLine] = []
    private let rule: LaidOutLine

    init(paper: Paper, setter: TextSetter, rule: LaidOutLine) {
        self.paper = paper
        self.setter = setter
        self.rule = rule
        lines.reserveCapacity(64)
    }

    mutating func add(_ block: ReceiptBlock) {
        switch block {
        case .text(let text, let style, let alignment): add(text, style, alignment)
        case .table(let rows): add(rows)
        case .rule: lines.append(rule)
        case .picture(let raster, let alignment):
            lines.append(.picture(raster, alignment: alignment, text: nil))
        case .barcode(let text, let symbology): addBarcode(text, as: symbology)
        case .qr(let text, let correction): addQR(text, correction)
        case .pdf417(let text): addPDF417(text)
        case .feed(let count): for _ in 0..<max(0, count) { lines.append(.text([])) }
        case .cut: lines.append(.cut)
        case .drawerPulse: lines.append(.drawerPulse(nil))
        case .drawerPulseOn(let pin): lines.append(.drawerPulse(pin))
        case .beep(let times): if times > 0 { lines.append(.beep(times: times)) }
        }
    }

    mutating func add(_ text: String, _ style: TextStyle, _ alignment: Alignment) {
        let set = setter.set(text, style)
        for line in setter.lines(of: set, limitDots: paper.lineWidthDots) {
            add(line, of: set, alignment)
        }
    }

    /// Adds a finished line, its start on the grid of cells so that plain spaces lead to it.
    mutating func add(_ line: SetText.Line, of set: SetText, _ alignment: Alignment) {
        let isDots = line.pieces.contains {
            if case .raster = $0.content { true } else { false }
        }
        guard set.style.isDouble, !setter.isTerminal else {
            return lines.append(.text(aligned(line, alignment)))
        }
        lines.append(
            isDots
                ? picture(of: line, alignment, text: set.text)
                : .doubleText(aligned(line, alignment)))
    }

    mutating func append(_ line: LaidOutLine) {
        lines.append(line)
    }

    private func aligned(_ line: SetText.Line, _ alignment: Alignment) -> [Piece] {
        let start = alignment.start(of: line.widthDots, on: paper.lineWidthDots)
        let onGrid = start / Paper.cellWidthDots * Paper.cellWidthDots
        return onGrid == 0 ? line.pieces : line.pieces.map { $0.moved(by: onGrid) }
    }

    private func picture(
        of line: SetText.Line, _ alignment: Alignment, text: String
    ) -> LaidOutLine {
        var picture = Raster(width: line.widthDots, height: Paper.cellHeightDots * 2)
        var said: [String] = []
        for piece in line.pieces {
            guard case .raster(let raster, let run) = piece.content else { continue }
            picture.draw(raster, x: piece.xDots, y: 0)
            said.append(run.text)
        }
        return .picture(picture, alignment: alignment, text: said.joined(separator: " "))
    }
}
