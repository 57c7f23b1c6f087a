import CPango

/// A PNG file that is made of a picture of Cairo's.
enum PNGFile {
    /// Makes a picture, has its rows filled in, and writes it; an existing file is replaced.
    ///
    /// `fill` gets the place of each row's bytes in turn. A failed write may leave a part of the file
    /// behind.
    static func write(
        _ format: cairo_format_t, width: Int, height: Int, to path: String,
        fill: (_ row: Int, _ bytes: UnsafeMutablePointer<UInt8>) -> Void
    ) throws(TypesetterError) {
        let surface = unsafe cairo_image_surface_create(
            format, Int32(clamping: width), Int32(clamping: height))
        defer { unsafe cairo_surface_destroy(surface) }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .noMemory }
        unsafe cairo_surface_flush(surface)
        // A picture without dots has no data, and nothing to write into it.
        if let data = unsafe cairo_image_surface_get_data(surface) {
            let stride = unsafe Int(cairo_image_surface_get_stride(surface))
            for row in 0..<height { unsafe fill(row, data + row * stride) }
        }
        unsafe cairo_surface_mark_dirty(surface)
        let status = unsafe cairo_surface_write_to_png(surface, path)
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = unsafe String(cString: cairo_status_to_string(status))
            throw .notWritten(path: path, reason: reason)
        }
    }
}
