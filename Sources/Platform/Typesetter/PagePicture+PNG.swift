import CPango

extension PagePicture {
    /// Writes the screen as a PNG file; an existing file is replaced.
    ///
    /// A failed write may leave a part of the file behind.
    package func writePNG(to path: String) throws(TypesetterError) {
        try unsafe PNGFile.write(CAIRO_FORMAT_RGB24, width: width, height: height, to: path) {
            row, bytes in
            for x in 0..<width {
                // Cairo's order of bytes is that of a number of the machine's own.
                unsafe UnsafeMutableRawPointer(bytes + x * 4)
                    .storeBytes(of: pixels[row * width + x], as: UInt32.self)
            }
        }
    }
}
