package import Symbols

/// One line of a receipt with the place of everything on it.
package enum LaidOutLine: Hashable, Sendable {
    /// Text; the pieces stand from left to right and do not overlap. No piece: an empty line.
    case text([Piece])
    /// Text twice as wide and high; the pieces are measured as they print.
    case doubleText([Piece])
    /// Dots across the paper, and what they say where they stand for a text.
    indirect case picture(Raster, alignment: Alignment, text: String?)
    /// Bars in the middle that fit the paper, the narrowest `moduleDots` wide, with their text.
    indirect case barcode(LinearSymbol, moduleDots: Int)
    /// A QR symbol in the middle that fits the paper, white lines above and below it.
    indirect case qr(QRSymbol, moduleDots: Int)
    /// A PDF417 symbol in the middle that fits the paper, white lines above and below it.
    indirect case pdf417(PDF417Symbol, moduleDots: Int)
    /// The end of the receipt.
    case cut
    /// The impulse that opens the cash drawer; nil is the pin that the printer's profile names.
    case drawerPulse(DrawerPin?)
    /// Tones from the printer's beeper.
    case beep(times: Int)
}
