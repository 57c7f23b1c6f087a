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

    /// The drawing in colours, `0x00RRGGBB`, row after row.
    func pixels(ink: UInt32, paper: UInt32) -> [UInt32] {
        unsafe cairo_surface_flush(surface)
        var pixels = [UInt32](repeating: paper, count: width * height)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return pixels }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        // What each of the 256 degrees of cover comes to.
        let shades = (0...255).map { Self.mixed(ink, paper, cover: UInt32($0)) }
        for y in 0..<height {
            for x in 0..<width {
                let cover = unsafe data[y * stride + x]
                if cover > 0 { pixels[y * width + x] = shades[Int(cover)] }
            }
        }
        return pixels
    }

    private static func mixed(_ ink: UInt32, _ paper: UInt32, cover: UInt32) -> UInt32 {
        [16, 8, 0].reduce(0) { mixed, shift in
            let (dark, light) = ((ink >> shift) & 0xFF, (paper >> shift) & 0xFF)
            let mix = (dark * cover + light * (255 - cover) + 127) / 255
            return mixed | (mix << shift)
        }
    }
}
