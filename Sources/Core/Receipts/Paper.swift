/// The room a receipt has: font A cells of 12 × 24 dots across the printable width.
package struct Paper: Hashable, Sendable {
    /// How wide one cell of font A is on the usual printers, in dots.
    package static let cellWidthDots = 12
    /// How high one cell of font A is on the usual printers, in dots.
    package static let cellHeightDots = 24

    /// How many cells stand on a line.
    package let columns: Int
    /// How wide the print head is, in dots; cells need not fill it.
    package let widthDots: Int
    /// How wide a barcode's narrowest bar may be, in dots; nil where no symbol can be printed.
    package let barcodeModuleDots: Int?

    /// Gathers a paper's measures; it has at least one column.
    package init(columns: Int, widthDots: Int, barcodeModuleDots: Int? = nil) {
        precondition(columns >= 1, "paper needs a column")
        self.columns = columns
        self.widthDots = max(widthDots, columns * Self.cellWidthDots)
        self.barcodeModuleDots = barcodeModuleDots
    }

    /// How wide a full line of text is, in dots.
    package var lineWidthDots: Int { columns * Self.cellWidthDots }
}
