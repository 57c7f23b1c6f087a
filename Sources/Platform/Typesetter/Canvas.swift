import CPango
import Receipts

/// A grey picture of Cairo's that text is drawn on; black is full cover.
@safe
struct Canvas: ~Copyable {
    let width: Int
    let height: Int
    /// The drawing context; valid as long as the canvas.
    let context: OpaquePointer
    private let surface: OpaquePointer

    init(width: Int, height: Int) throws(TypesetterError) {
        let surface = unsafe cairo_image_surface_create(
            CAIRO_FORMAT_A8, Int32(clamping: width), Int32(clamping: height))
        let context = unsafe cairo_create(surface)
        guard let surface = unsafe surface, let context = unsafe context,
            unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS
        else {
            unsafe cairo_destroy(context)
            unsafe cairo_surface_destroy(surface)
            throw .noMemory
        }
        self.width = width
        self.height = height
        unsafe self.surface = surface
        unsafe self.context = context
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// The drawing in black and white: dots covered by at least `threshold` of 255 are black.
    func raster(threshold: UInt8) -> Raster {
        unsafe cairo_surface_flush(surface)
        var raster = Raster(width: width, height: height)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return raster }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        for y in 0..<height {
            for x in 0..<width where unsafe data[y * stride + x] >= threshold {
                raster[x, y] = true
            }
        }
        return raster
    }
}
