package import Receipts
import Symbols

/// The dots that stand for a text, by which a reader finds the text again.
package struct KnownImages: Sendable {
    private var runs: [Raster: String] = [:]
    private var pictures: [Raster: String] = [:]
    private var bands: [Raster: String] = [:]

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
                know(raster, as: text ?? "[picture \(raster.width)×\(raster.height)]")
            case .barcode(let symbol, let dots):
                let bars = Raster(symbol, moduleDots: dots, heightDots: 80)
                know(bars, as: "|||| \(symbol.text) ||||")
            case .qr(let symbol, let dots):
                know(Raster(symbol.grid, moduleDots: dots), as: "[QR \(symbol.text)]")
            case .pdf417(let symbol, let dots):
                know(Raster(symbol.grid, moduleDots: dots), as: "[PDF417 \(symbol.text)]")
            case .cut, .drawerPulse, .beep: break
            }
        }
    }

    private mutating func know(_ raster: Raster, as text: String) {
        // Printers get pictures in whole bytes, or in bands of 24 rows; what the size was is not
        // in the data.
        let bytes = raster.bytesPerRow * 8
        pictures[raster.cropped(x: 0, y: 0, width: bytes, height: raster.height)] = text
        let height = (raster.height + 23) / 24 * 24
        bands[raster.cropped(x: 0, y: 0, width: raster.width, height: height)] = text
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
        if let text = pictures[raster] ?? bands[raster] { return text }
        // In a picture the guard's work can be told exactly: 10h has become 18h.
        for (candidate, text) in pictures where Self.haveSameSize(candidate, raster) {
            let pairs = zip(candidate.bytes, raster.bytes)
            if pairs.allSatisfy({ $0 == $1 || ($0, $1) == (0x10, 0x18) }) { return text }
        }
        // In bands the same bytes stand upright: no dot is missing, and few are added.
        for (candidate, text) in bands where Self.haveSameSize(candidate, raster) {
            let pairs = zip(candidate.bytes, raster.bytes)
            let extra = pairs.reduce(0) { $0 + ($1.1 & ~$1.0).nonzeroBitCount }
            if pairs.allSatisfy({ $0 & ~$1 == 0 }), extra * 20 <= raster.width * raster.height {
                return text
            }
        }
        return nil
    }

    private static func haveSameSize(_ one: Raster, _ other: Raster) -> Bool {
        one.width == other.width && one.height == other.height
    }
}
