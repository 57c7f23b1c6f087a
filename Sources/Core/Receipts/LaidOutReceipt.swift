/// A receipt with everything in its place, ready to be encoded or drawn.
package struct LaidOutReceipt: Hashable, Sendable {
    /// The paper it was laid out for.
    package let paper: Paper
    /// The lines from the top down.
    package let lines: [LaidOutLine]
    /// The rasters that the layout was given, for the signs inside text pieces.
    package let rasters: [TextRun: Raster]
    /// Text that neither the printer nor a font has: printed as code points, `[U+0F40]`.
    package let unprintable: [TextRun]
}
