package import Kiosk
import Symbols

/// Draws a kiosk's pages for a screen of one size, and each time only what is new.
///
/// The fonts are looked for with the first page. It belongs to one thread.
package final class PagePainter {
    /// How wide the screen is.
    package let width: Int
    /// How high it is.
    package let height: Int
    private let fonts: FontContextBox
    private var shown: Set<PageBand> = []

    /// Makes a painter for a screen of so many pixels; throws when there is no memory for it.
    package init(width: Int, height: Int) throws(TypesetterError) {
        self.width = max(160, width)
        self.height = max(120, height)
        fonts = try FontContextBox()
    }

    /// Draws what of a page is not on the screen yet, from the top.
    package func paint(_ page: KioskPage) throws(TypesetterError) -> [PageStrip] {
        let layout = PageLayout(width: width, height: height) { text throws(TypesetterError) in
            try self.shape(text).height
        }
        let bands = try layout.bands(of: page)
        var strips: [PageStrip] = []
        for band in bands where !shown.contains(band) && band.height > 0 {
            strips.append(try draw(band))
        }
        shown = Set(bands)
        return strips
    }

    private func shape(_ text: PageText) throws(TypesetterError) -> TextShape {
        try TextShape(
            text.text, in: fonts.context, family: "DejaVu Sans, sans", isBold: text.isBold,
            sizeDots: text.size,
            room: TextShape.Room(
                dots: max(1, text.room), wraps: text.wraps, isRight: text.isRight))
    }

    private func draw(_ band: PageBand) throws(TypesetterError) -> PageStrip {
        let canvas = try Canvas(width: width, height: band.height)
        var codes: [(grid: ModuleGrid, x: Int, y: Int, size: Int)] = []
        for piece in band.pieces {
            switch piece {
            case .text(let text, let x, let y):
                let shape = try shape(text)
                shape.draw(
                    on: canvas, x: Double(x), baseline: Double(y + shape.baseline), scaleX: 1,
                    scaleY: 1, weight: 0)
            case .line(let text, let x, let baseline):
                try shape(text).draw(
                    on: canvas, x: Double(x), baseline: Double(baseline), scaleX: 1, scaleY: 1,
                    weight: 0)
            case .code(let text, let x, let y, let size):
                guard let symbol = QRSymbol(text, correction: .low) else { continue }
                codes.append((symbol.grid, x, y, size))
            }
        }
        var pixels = canvas.pixels(ink: band.colours.ink, paper: band.colours.paper)
        for code in codes { draw(code.grid, x: code.x, y: code.y, size: code.size, in: &pixels) }
        return PageStrip(y: band.y, width: width, pixels: pixels)
    }

    /// Black on white with four modules of white around, as ISO/IEC 18004 wants it.
    private func draw(
        _ grid: ModuleGrid, x: Int, y: Int, size: Int, in pixels: inout [UInt32]
    ) {
        let module = max(1, size / (grid.width + 8))
        let quiet = (size - module * grid.width) / 2
        let high = pixels.count / width
        for row in 0..<grid.height * module where y + quiet + row < high && y + quiet + row >= 0 {
            for column in 0..<grid.width * module where grid[column / module, row / module] {
                let place = x + quiet + column
                guard (0..<width).contains(place) else { continue }
                pixels[(y + quiet + row) * width + place] = 0
            }
        }
    }
}
