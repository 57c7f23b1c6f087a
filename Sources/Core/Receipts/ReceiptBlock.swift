/// A piece of a receipt, from the top down.
package enum ReceiptBlock: Hashable, Sendable {
    /// A text on lines of its own, wrapped at words.
    case text(String, style: TextStyle, alignment: Alignment)
    /// Rows whose cells line up with each other.
    case table([TableRow])
    /// A line across the paper.
    case rule
    /// A picture; wider than the paper it is cut off at the right.
    case picture(Raster, alignment: Alignment)
    /// A text as CODE128, or in letters where the symbol does not fit the paper.
    case barcode(String)
    /// Empty lines.
    case feed(lines: Int)
    /// The end of the receipt: cut, or fed far enough to be torn off.
    case cut
    /// The impulse that opens the cash drawer.
    case drawerPulse
}
