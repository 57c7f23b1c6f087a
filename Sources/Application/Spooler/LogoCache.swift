package import Receipts
package import Typesetter

/// A shop's picture in black and white, made once for each width of paper.
package struct LogoCache {
    /// Forty millimetres: what is higher is made smaller.
    private static let mostRows = 320

    private let path: String?
    private var known: [Int: Raster] = [:]

    /// Keeps the picture of a PNG file; nil for a shop without one.
    package init(path: String?) {
        self.path = path
    }

    /// The picture as dots of a paper, made smaller where it is too wide; nil where there is none.
    package mutating func raster(for paper: Paper) throws(TypesetterError) -> Raster? {
        guard let path else { return nil }
        if let raster = known[paper.widthDots] { return raster }
        let raster = try PictureFile.raster(
            ofPNG: path, widthDots: paper.widthDots, heightDots: Self.mostRows)
        known[paper.widthDots] = raster
        return raster
    }
}
