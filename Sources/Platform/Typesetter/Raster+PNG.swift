import CPango
package import Receipts

extension Raster {
    /// Writes the picture as a PNG file, black on white; an existing file is replaced.
    ///
    /// A failed write may leave a part of the file behind.
    package func writePNG(to path: String) throws(TypesetterError) {
        let canvas = try Canvas(width: width, height: height)
        unsafe cairo_set_operator(canvas.context, CAIRO_OPERATOR_CLEAR)
        unsafe cairo_paint(canvas.context)
        canvas.draw(self)
        let status = canvas.writeOnWhite(to: path)
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = unsafe String(cString: cairo_status_to_string(status))
            throw .notWritten(path: path, reason: reason)
        }
    }
}

extension Canvas {
    /// Cairo writes cover as transparency, which viewers show on any ground: so paint it on white.
    func writeOnWhite(to path: String) -> cairo_status_t {
        let target = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
        defer { unsafe cairo_surface_destroy(target) }
        let page = unsafe cairo_create(target)
        defer { unsafe cairo_destroy(page) }
        unsafe cairo_set_source_rgb(page, 1, 1, 1)
        unsafe cairo_paint(page)
        unsafe cairo_set_source_rgb(page, 0, 0, 0)
        unsafe cairo_mask_surface(page, cairo_get_target(context), 0, 0)
        return unsafe cairo_surface_write_to_png(target, path)
    }
}
