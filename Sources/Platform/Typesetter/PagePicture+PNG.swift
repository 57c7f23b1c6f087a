import CPango

extension PagePicture {
    /// Writes the screen as a PNG file; an existing file is replaced.
    ///
    /// A failed write may leave a part of the file behind.
    package func writePNG(to path: String) throws(TypesetterError) {
        let surface = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
        defer { unsafe cairo_surface_destroy(surface) }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .noMemory }
        unsafe cairo_surface_flush(surface)
        if let data = unsafe cairo_image_surface_get_data(surface) {
            let stride = unsafe Int(cairo_image_surface_get_stride(surface))
            for y in 0..<height {
                for x in 0..<width {
                    // Cairo's order of bytes is that of a number of the machine's own.
                    let pixel = unsafe UnsafeMutableRawPointer(data + y * stride + x * 4)
                    unsafe pixel.storeBytes(of: pixels[y * width + x], as: UInt32.self)
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
