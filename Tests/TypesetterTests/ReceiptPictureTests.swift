import Receipts
import Symbols
import Testing
import Typesetter

@Suite struct ReceiptPictureTests {
    private func picture(_ blocks: [ReceiptBlock]) throws -> Raster {
        let paper = Paper(columns: 32, widthDots: 384, barcodeModuleDots: 2)
        let typesetter = Typesetter()
        let layout = Layout(paper: paper, repertoire: Repertoire(resident: ["×"]), rasters: [:])
        let document = ReceiptDocument(blocks)
        let rasters = try typesetter.draw(layout.missingRuns(of: document)).rasters
        return try ReceiptPicture.raster(
            of: layout.with(rasters: rasters).receipt(of: document), with: typesetter)
    }

    private func ink(_ raster: Raster, x: Range<Int>, y: Range<Int>) -> Int {
        y.reduce(0) { sum, row in sum + x.count { raster[$0, row] } }
    }

    @Test("a picture is as wide as the print head, and each line is in its place")
    func lines() throws {
        let raster = try picture([
            .text("A", style: .plain, alignment: .left),
            .table([TableRow("B", ["₹5"])]), .text("मार्ट", style: .headline, alignment: .centre),
        ])
        #expect(raster.width == 384)
        #expect(raster.height == 30 + 30 + 48)
        #expect(ink(raster, x: 0..<12, y: 0..<30) > 20)
        #expect(ink(raster, x: 12..<384, y: 0..<30) == 0)
        #expect(ink(raster, x: 360..<384, y: 30..<60) > 40, "₹5 ends at the right edge")
        #expect(ink(raster, x: 100..<284, y: 60..<108) > 200)
    }

    @Test("symbols and pictures stand in the middle, dot for dot")
    func symbols() throws {
        let symbol = try #require(QRSymbol("Hi"))
        let raster = try picture([.qr("Hi")])
        // Seven dots a module, a white line above and below.
        #expect(raster.height == 30 + 21 * 7 + 30)
        let inner = raster.cropped(x: (384 - 147) / 2, y: 30, width: 147, height: 147)
        #expect(inner == Raster(symbol.grid, moduleDots: 7))
        let bars = try picture([.barcode("96385074", as: .ean8)])
        #expect(bars.height == 80 + 30)
        #expect(ink(bars, x: 0..<384, y: 80..<110) > 50, "the digits stand under the bars")
    }
}
