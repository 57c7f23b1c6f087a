import Receipts
import Testing

@Suite struct GreyPictureTests {
    private func picture(_ width: Int, _ height: Int, shade: UInt8) -> GreyPicture {
        GreyPicture(
            width: width, height: height,
            shades: [UInt8](repeating: shade, count: width * height))
    }

    @Test(
        "a shade becomes as many black dots as it is dark",
        arguments: [
            (0, 0.99, 1.0), (255, 0.0, 0.0), (245, 0.0, 0.0), (128, 0.42, 0.58), (64, 0.70, 0.86),
        ]
            as [(UInt8, Double, Double)])
    func share(shade: UInt8, least: Double, most: Double) {
        let raster = picture(64, 64, shade: shade).dithered
        let ink = raster.bytes.reduce(0) { $0 + $1.nonzeroBitCount }
        #expect((least...most).contains(Double(ink) / 4096), "\(ink) of 4096 dots")
    }

    @Test("black and white stay what they are, dot for dot")
    func exact() {
        let shades: [UInt8] = [0, 255, 0, 255, 255, 0]
        let raster = GreyPicture(width: 3, height: 2, shades: shades).dithered
        #expect(raster.bytes == [0b1010_0000, 0b0010_0000])
    }

    @Test("a prepared picture is kept as a bitmap and read back; anything else is refused")
    func portable() {
        var raster = Raster(width: 11, height: 3)
        for x in 0..<11 { raster[x, x % 3] = true }
        let file = raster.portableBitmap
        #expect(file.starts(with: Array("P4\n11 3\n".utf8)))
        #expect(Raster(portableBitmap: file) == raster)
        for count in 0..<file.count {
            #expect(Raster(portableBitmap: Array(file.prefix(count))) == nil)
        }
        #expect(Raster(portableBitmap: file + [0]) == nil)
        #expect(Raster(portableBitmap: Array("P4\n-1 3\n".utf8)) == nil)
        #expect(Raster(portableBitmap: Array("P4\n99999 99999\n".utf8)) == nil)
        // Bits beyond the width are no dots.
        var dirty = file
        dirty[dirty.count - 1] |= 0x1F
        #expect(Raster(portableBitmap: dirty) == raster)
    }
}
