/// One line of a receipt with the place of everything on it.
package enum LaidOutLine: Hashable, Sendable {
    /// Text; the pieces stand from left to right and do not overlap. No piece: an empty line.
    case text([Piece])
    /// Text twice as wide and high; the pieces are measured as they print.
    case doubleText([Piece])
    /// Dots across the paper, and what they say where they stand for a text.
    indirect case picture(Raster, alignment: Alignment, text: String?)
    /// A barcode that fits the paper, with bars of `moduleDots`.
    indirect case barcode(Code128, moduleDots: Int)
    /// The end of the receipt.
    case cut
    /// The impulse that opens the cash drawer.
    case drawerPulse
}
