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
            case .picture(let raster, _, let text): pictures[raster] = text
            case .barcode, .cut, .drawerPulse: break
            }
        }
    }

    func text(of raster: Raster) -> String? {
        Self.find(raster, in: runs)
    }

    func picture(_ raster: Raster) -> String? {
        Self.find(raster, in: pictures)
    }

    /// The guard against real-time commands may have added a few dots: none may be missing.
    private static func find(_ raster: Raster, in known: [Raster: String]) -> String? {
        if let text = known[raster] { return text }
        for (candidate, text) in known
        where candidate.width == raster.width && candidate.height == raster.height {
            let pairs = zip(candidate.bytes, raster.bytes)
            let extra = pairs.reduce(0) { $0 + ($1.1 & ~$1.0).nonzeroBitCount }
            if extra <= 8, pairs.allSatisfy({ $0 & ~$1 == 0 }) { return text }
        }
        return nil
    }
}
