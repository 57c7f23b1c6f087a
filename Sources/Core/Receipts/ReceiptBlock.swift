package import Symbols

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
    /// A text as bars, or in letters where it cannot be bars or the bars do not fit the paper.
    case barcode(String, as: Symbology = .code128)
    /// A text as a QR symbol, or in letters where the symbol does not fit the paper.
    case qr(String, correction: QRSymbol.Correction = .medium)
    /// A text as a PDF417 symbol, or in letters where the symbol does not fit the paper.
    case pdf417(String)
    /// Empty lines.
    case feed(lines: Int)
    /// The end of the receipt: cut, or fed far enough to be torn off.
    case cut
    /// The impulse that opens the cash drawer, on the pin that the printer's profile names.
    case drawerPulse
    /// The same on a certain pin of the connector, for a till with two drawers.
    case drawerPulseOn(DrawerPin)
    /// Tones from a printer that has a beeper; nothing from others.
    case beep(times: Int)
}
