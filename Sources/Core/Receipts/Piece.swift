/// Something that stands at a place of a laid-out line.
package struct Piece: Hashable, Sendable {
    /// What stands there.
    package enum Content: Hashable, Sendable {
        /// Characters of one cell each: resident ones and signs with a raster of one cell.
        case text(String)
        /// Dots in place of a text.
        indirect case raster(Raster, of: TextRun)
    }

    /// Where it starts, in dots from the left edge.
    package let xDots: Int
    /// How wide it is, in dots.
    package let widthDots: Int
    /// Whether it is bold.
    package let isBold: Bool
    /// What it is.
    package let content: Content

    /// Places something.
    package init(xDots: Int, widthDots: Int, isBold: Bool, content: Content) {
        self.xDots = xDots
        self.widthDots = widthDots
        self.isBold = isBold
        self.content = content
    }
}
