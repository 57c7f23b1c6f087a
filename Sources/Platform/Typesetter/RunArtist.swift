import Receipts

/// Decides size and place of a run's text and draws it in black and white.
struct RunArtist {
    let fonts: FontContextBox

    /// Font A's letters stand on the nineteenth of their 24 rows.
    private static let baseline = 19.0
    /// Shaped words stand two dots higher: Indian scripts need more room below than Latin.
    private static let lineBaseline = 17
    /// How much thicker shaped words are drawn; strokes of a single dot fade on thermal paper.
    private static let lineWeight = 0.45
    /// Font A's capitals are about so high; a monospaced font of 20 dots is 14.6 high and 12 wide.
    private static let cellSize = 20.0
    private static let cellStretch = 1.18
    /// The size at which most scripts fill a line of 24 dots without touching its edges.
    private static let lineSize = 20.0
    /// Dots covered to about two fifths are black: thin strokes of a thermal print look thinner.
    private static let threshold: UInt8 = 96

    /// Draws a run; nil where no installed font has all its characters.
    func raster(of run: TextRun) throws(TypesetterError) -> Raster? {
        switch run.form {
        case .cell: try cell(run)
        case .line: try line(run, magnification: 1)
        case .doubleLine: try line(run, magnification: 2)
        }
    }

    /// One sign in 12 × 24 dots, narrowed where it is too wide.
    private func cell(_ run: TextRun) throws(TypesetterError) -> Raster? {
        let shape = try TextShape(
            run.text, in: fonts.context, family: "DejaVu Sans Mono, monospace", isBold: run.isBold,
            sizeDots: Self.cellSize)
        guard shape.unknownGlyphs == 0 else { return nil }
        let ink = shape.ink
        let room = Double(Paper.cellWidthDots)
        let inkWidth = Double(max(1, ink.right - ink.left))
        let scaleX = min(1, room / inkWidth)
        let isCentred = shape.advance > Paper.cellWidthDots + 1
        let x = isCentred ? (room - inkWidth * scaleX) / 2 - Double(ink.left) * scaleX : 0
        // What an accent on a capital, or a mark below, needs of the height: it must not be cut off.
        let above = ink.top < 0 ? Self.baseline / Double(-ink.top) : Self.cellStretch
        let scaleY = min(Self.cellStretch, above)
        let below = Double(Paper.cellHeightDots) - Double(ink.bottom) * scaleY
        let canvas = try Canvas(width: Paper.cellWidthDots, height: Paper.cellHeightDots)
        shape.draw(
            on: canvas, x: x,
            baseline: min(Self.baseline, max(below + 1, Double(-ink.top) * scaleY)),
            scaleX: scaleX, scaleY: scaleY, weight: 0)
        return canvas.raster(threshold: Self.threshold)
    }

    /// A word as wide as its shape, in a size at which it fits the line's height.
    private func line(
        _ run: TextRun, magnification: Int
    ) throws(TypesetterError) -> Raster? {
        let height = Paper.cellHeightDots * magnification
        guard let size = try lineSize(of: run, height: height) else { return nil }
        let shape = try shape(run, size)
        let ink = shape.ink
        // The size leaves room at this baseline, but for the dot by which extents are rounded.
        let wanted = Self.lineBaseline * magnification
        let baseline = min(max(wanted, -ink.top), max(height - ink.bottom, -ink.top))
        let left = min(0, ink.left)
        let width = max(shape.advance, ink.right) - left
        let canvas = try Canvas(width: max(1, width), height: height)
        shape.draw(
            on: canvas, x: Double(-left), baseline: Double(baseline), scaleX: 1, scaleY: 1,
            weight: run.isBold ? 0 : Self.lineWeight * Double(magnification))
        return canvas.raster(threshold: Self.threshold)
    }

    /// The size at which a run fits its line; nil where a font is missing.
    private func lineSize(of run: TextRun, height: Int) throws(TypesetterError) -> Double? {
        let usual = Self.lineSize * Double(height) / Double(Paper.cellHeightDots)
        let shape = try shape(run, usual)
        guard shape.unknownGlyphs == 0 else { return nil }
        let above = Self.lineBaseline * height / Paper.cellHeightDots
        let ink = shape.ink
        let fit = min(
            Double(above) / Double(max(1, -ink.top)),
            Double(height - above) / Double(max(1, ink.bottom)))
        return fit < 1 ? usual * fit : usual
    }

    private func shape(_ run: TextRun, _ size: Double) throws(TypesetterError) -> TextShape {
        try TextShape(
            run.text, in: fonts.context, family: "DejaVu Sans, sans", isBold: run.isBold,
            sizeDots: size)
    }
}
