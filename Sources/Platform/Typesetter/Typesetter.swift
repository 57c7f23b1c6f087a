package import Receipts

/// Draws text of any script as dots, with the fonts that are installed.
///
/// The fonts are looked for when the first text is drawn, not before, so that a till which prints
/// no such text never pays for them. What was drawn is kept for the next receipt. It belongs to
/// one thread.
package final class Typesetter {
    /// What came of a request.
    package struct Drawing {
        /// The rasters of the runs that could be drawn.
        package let rasters: [TextRun: Raster]
        /// The runs that hold a character which no installed font has.
        package let unknown: [TextRun]
    }

    /// Beyond so many drawn runs all are forgotten: some two megabytes.
    private static let mostKept = 4096

    private var fonts: FontContextBox?
    private var known: [TextRun: Raster] = [:]
    private var unknown: Set<TextRun> = []

    /// Makes a typesetter; nothing is loaded yet.
    package init() {}

    /// Whether the fonts have been looked for yet.
    package var hasLoadedFonts: Bool { fonts != nil }

    /// Everything drawn so far, to lay out the next receipt with.
    package var rasters: [TextRun: Raster] { known }

    /// Draws the runs that are not known yet.
    package func draw(_ runs: [TextRun]) throws(TypesetterError) -> Drawing {
        var drawn: [TextRun: Raster] = [:]
        var missing: [TextRun] = []
        for run in runs {
            if let raster = try raster(of: run) {
                drawn[run] = raster
            } else {
                missing.append(run)
            }
        }
        return Drawing(rasters: drawn, unknown: missing)
    }

    /// Draws one run; nil where no installed font has all its characters.
    package func raster(of run: TextRun) throws(TypesetterError) -> Raster? {
        if let raster = known[run] { return raster }
        guard !unknown.contains(run) else { return nil }
        if known.count + unknown.count >= Self.mostKept {
            known.removeAll(keepingCapacity: true)
            unknown.removeAll(keepingCapacity: true)
        }
        guard let raster = try RunArtist(fonts: loadedFonts()).raster(of: run) else {
            unknown.insert(run)
            return nil
        }
        known[run] = raster
        return raster
    }

    private func loadedFonts() throws(TypesetterError) -> FontContextBox {
        if let fonts { return fonts }
        let loaded = try FontContextBox()
        fonts = loaded
        return loaded
    }
}

/// Keeps the fonts while a typesetter and its artists share them.
final class FontContextBox {
    let context: FontContext

    init() throws(TypesetterError) {
        context = try FontContext()
    }
}
