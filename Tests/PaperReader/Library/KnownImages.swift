package import Receipts

/// The dots that stand for a text, by which a reader finds the text again.
package struct KnownImages: Sendable {
    private var runs: [Raster: String] = [:]
    private var pictures: [Raster: String] = [:]

    /// Knows the rasters that a typesetter made.
    package init(_ rasters: [TextRun: Raster]) {
        for (run, raster) in rasters { runs[raster] = run.text }
    }

    /// Knows everything that a laid-out receipt holds as dots.
    package init(of receipt: LaidOutReceipt) {
        self.init(receipt.rasters)
        for line in receipt.lines {
            switch line {
            case .text(let pieces), .doubleText(let pieces):
                for case .raster(let raster, let run) in pieces.map(\.content) {
                    runs[raster] = run.text
                }
            case .picture(let raster, _, let text):
                // Printers get pictures in whole bytes; what was the width is not in the data.
                let padded = raster.cropped(
                    x: 0, y: 0, width: raster.bytesPerRow * 8, height: raster.height)
                pictures[padded] = text ?? "[picture \(raster.width)×\(raster.height)]"
            case .barcode, .cut, .drawerPulse: break
            }
        }
    }

    func text(of raster: Raster) -> String? {
        if let text = runs[raster] { return text }
        // The guard against real-time commands may have added a few dots: none may be missing.
        for (candidate, text) in runs where Self.haveSameSize(candidate, raster) {
            let pairs = zip(candidate.bytes, raster.bytes)
            let extra = pairs.reduce(0) { $0 + ($1.1 & ~$1.0).nonzeroBitCount }
            if extra <= 8, pairs.allSatisfy({ $0 & ~$1 == 0 }) { return text }
        }
        return nil
    }

    func picture(_ raster: Raster) -> String? {
        if let text = pictures[raster] { return text }
        // In a picture the guard's work can be told exactly: 10h has become 18h.
        for (candidate, text) in pictures where Self.haveSameSize(candidate, raster) {
            let pairs = zip(candidate.bytes, raster.bytes)
            if pairs.allSatisfy({ $0 == $1 || ($0, $1) == (0x10, 0x18) }) { return text }
        }
        return nil
    }

    private static func haveSameSize(_ one: Raster, _ other: Raster) -> Bool {
        one.width == other.width && one.height == other.height
    }
}
