import CPango
package import Receipts

extension Raster {
    /// Writes the picture as a PNG file, black on white; an existing file is replaced.
    ///
    /// A failed write may leave a part of the file behind.
    package func writePNG(to path: String) throws(TypesetterError) {
        let surface = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_A1, Int32(clamping: width), Int32(clamping: height))
        defer { unsafe cairo_surface_destroy(surface) }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .noMemory }
        unsafe cairo_surface_flush(surface)
        // A picture without dots has no data, and nothing to write into it.
        if let data = unsafe cairo_image_surface_get_data(surface) {
            let stride = unsafe Int(cairo_image_surface_get_stride(surface))
            for y in 0..<height {
                // Cairo writes a set bit as white; the leftmost dot is the lowest bit on the
                // machines that Galla runs on.
                for x in 0..<width where !self[x, y] {
                    unsafe data[y * stride + x / 8] |= 1 << UInt8(x % 8)
                }
            }
        }
        unsafe cairo_surface_mark_dirty(surface)
        let status = unsafe cairo_surface_write_to_png(surface, path)
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = unsafe String(cString: cairo_status_to_string(status))
            throw .notWritten(path: path, reason: reason)
        }
    }
}
