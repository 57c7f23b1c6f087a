/// The command by which a printer takes a picture on lines of its own.
package enum PictureCommand: String, Hashable, Sendable, CaseIterable {
    /// `GS v 0`, which nearly every printer knows; Epson calls it obsolete.
    case rasterBlock = "GS v 0"
    /// `GS 8 L`, function 112, and `GS ( L`, function 50: Epson's graphics.
    case graphics = "GS 8 L"
    /// `ESC * 33` in bands of 24 rows, for printers without a raster command.
    case bands = "ESC *"
}
