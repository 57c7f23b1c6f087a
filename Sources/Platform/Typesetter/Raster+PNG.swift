import CPango
package import Receipts

extension Raster {
    /// Writes the picture as a PNG file, black on white; an existing file is replaced.
    ///
    /// A failed write may leave a part of the file behind.
    package func writePNG(to path: String) throws(TypesetterError) {
        try unsafe PNGFile.write(CAIRO_FORMAT_A1, width: width, height: height, to: path) {
            row, bytes in
            // Cairo writes a set bit as white; the leftmost dot is the lowest bit on the machines
            // that Galla runs on.
            for x in 0..<width where !self[x, row] {
                unsafe bytes[x / 8] |= 1 << UInt8(x % 8)
            }
        }
    }
}
