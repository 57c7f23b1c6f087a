/// A text as a QR symbol (ISO/IEC 18004), the smallest one that holds it.
package struct QRSymbol: Hashable, Sendable {
    /// How much of a symbol may be dirty or torn and still be read.
    package enum Correction: Int, Hashable, Sendable, CaseIterable {
        /// Seven hundredths.
        case low
        /// Fifteen hundredths: enough for a receipt that is read once, soon.
        case medium
        /// Twenty-five hundredths.
        case quartile
        /// Thirty hundredths.
        case high
    }

    /// What a reader says.
    package let text: String
    /// How much damage it bears.
    package let correction: Correction
    /// The size's number, 1 to 40.
    package let version: Int
    let segment: QRSegment

    /// Takes a text that is not empty and fits the largest symbol; nil for any other.
    ///
    /// Text that is not digits or capitals travels as UTF-8, which readers guess.
    package init?(_ text: String, correction: Correction = .medium) {
        guard !text.isEmpty else { return nil }
        let segment = QRSegment(text)
        let version = (1...40).first {
            segment.bitCount(version: $0)
                <= QRCapacity(version: $0, correction).dataCodewords * 8
        }
        guard let version else { return nil }
        self.text = text
        self.correction = correction
        self.version = version
        self.segment = segment
    }

    /// How many modules stand on a side.
    package var modules: Int { 17 + 4 * version }

    /// The white modules that a reader wants on every side.
    package static let quietModules = 4

    /// The modules, under the mask that the standard's rules find easiest to read.
    package var grid: ModuleGrid {
        let capacity = QRCapacity(version: version, correction)
        let codewords = capacity.interleaved(
            segment.codewords(version: version, count: capacity.dataCodewords))
        var canvas = QRCanvas(version: version)
        canvas.place(codewords)
        return canvas.masked(correction)
    }
}
