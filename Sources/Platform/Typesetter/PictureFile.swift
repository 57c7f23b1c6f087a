import CPango
package import Receipts

/// Reads a PNG file as black and white dots: a shop's logo.
package enum PictureFile {
    /// Beyond so many dots a file is no logo but a mistake, or an attack on the memory.
    private static let mostDots = 40_000_000

    /// The picture, made smaller where it is wider or higher than the room, and dithered.
    ///
    /// What is transparent in the file is white on paper. A picture that fits keeps its size: one
    /// dot of the file is one dot on paper.
    package static func raster(
        ofPNG path: String, widthDots: Int, heightDots: Int
    ) throws(TypesetterError) -> Raster {
        let source = unsafe cairo_image_surface_create_from_png(path)
        defer { unsafe cairo_surface_destroy(source) }
        let status = unsafe cairo_surface_status(source)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .notRead(
                path: path, reason: unsafe String(cString: cairo_status_to_string(status)))
        }
        let width = unsafe Int(cairo_image_surface_get_width(source))
        let height = unsafe Int(cairo_image_surface_get_height(source))
        guard width > 0, height > 0, width * height <= mostDots else {
            throw .notRead(path: path, reason: "it is \(width) × \(height) dots large")
        }
        let scale = min(1, Double(widthDots) / Double(width), Double(heightDots) / Double(height))
        let target = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, Int32(max(1, Int((Double(width) * scale).rounded()))),
            Int32(max(1, Int((Double(height) * scale).rounded()))))
        defer { unsafe cairo_surface_destroy(target) }
        let page = unsafe cairo_create(target)
        defer { unsafe cairo_destroy(page) }
        unsafe cairo_set_source_rgb(page, 1, 1, 1)
        unsafe cairo_paint(page)
        unsafe cairo_scale(page, scale, scale)
        unsafe cairo_set_source_surface(page, source, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(page), CAIRO_FILTER_BEST)
        unsafe cairo_paint(page)
        guard unsafe cairo_status(page) == CAIRO_STATUS_SUCCESS, let grey = unsafe grey(target)
        else {
            throw .noMemory
        }
        return grey.dithered
    }

    /// The shades of a surface of 32 bits a dot, weighed as the eye does (ITU-R BT.601).
    private static func grey(_ surface: OpaquePointer?) -> GreyPicture? {
        unsafe cairo_surface_flush(surface)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
        let width = unsafe Int(cairo_image_surface_get_width(surface))
        let height = unsafe Int(cairo_image_surface_get_height(surface))
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        var shades: [UInt8] = []
        shades.reserveCapacity(width * height)
        for y in 0..<height {
            for x in 0..<width {
                // Blue, green, red and an empty byte on the machines that Galla runs on.
                let place = y * stride + x * 4
                let blue = unsafe Int(data[place])
                let green = unsafe Int(data[place + 1])
                let red = unsafe Int(data[place + 2])
                shades.append(UInt8((red * 299 + green * 587 + blue * 114) / 1000))
            }
        }
        return GreyPicture(width: width, height: height, shades: shades)
    }
}
