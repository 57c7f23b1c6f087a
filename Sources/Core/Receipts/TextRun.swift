/// A stretch of text that a printer has no characters for and that is sent as dots.
package struct TextRun: Hashable, Sendable {
    /// How much room a run takes.
    package enum Form: Hashable, Sendable {
        /// One cell of the printer's grid, so that columns hold: 12 dots wide and 24 high.
        case cell
        /// 24 dots high, and as wide as its shape needs.
        case line
        /// 48 dots high, and as wide as its shape needs.
        case doubleLine
    }

    /// The text: one sign for a cell, else a word without spaces.
    package let text: String
    /// Whether it stands among bold text.
    package let isBold: Bool
    /// How much room it takes.
    package let form: Form

    /// Names a run.
    package init(_ text: String, isBold: Bool, form: Form) {
        self.text = text
        self.isBold = isBold
        self.form = form
    }

    /// How high the raster of this run is, in dots.
    package var heightDots: Int {
        switch form {
        case .cell, .line: Paper.cellHeightDots
        case .doubleLine: Paper.cellHeightDots * 2
        }
    }
}
