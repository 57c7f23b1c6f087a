import Receipts
import Testing

@Suite struct RasterTests {
    @Test("dots are bits, the leftmost in the highest, each row at a byte")
    func bits() {
        var raster = Raster(width: 10, height: 2)
        raster[0, 0] = true
        raster[9, 1] = true
        #expect(raster.bytes == [0x80, 0x00, 0x00, 0x40])
        raster[0, 0] = false
        #expect(raster.bytes == [0x00, 0x00, 0x00, 0x40])
    }

    @Test(
        "dots outside are white and cannot be set",
        arguments: [(-1, 0), (0, -1), (10, 0), (0, 2), (15, 0)])
    func outside(x: Int, y: Int) {
        var raster = Raster(width: 10, height: 2)
        raster[x, y] = true
        #expect(raster.isBlank)
        #expect(!raster[x, y])
    }

    @Test("a part cut out and drawn back is the same picture")
    func cropAndDraw() {
        var raster = Raster(width: 20, height: 5)
        for x in 0..<20 { raster[x, x % 5] = true }
        var copy = Raster(width: 20, height: 5)
        copy.draw(raster.cropped(x: 0, y: 0, width: 13, height: 5), x: 0, y: 0)
        copy.draw(raster.cropped(x: 13, y: 0, width: 7, height: 5), x: 13, y: 0)
        #expect(copy == raster)
    }
}
