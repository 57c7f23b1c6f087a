package import Receipts

/// Why a laid-out receipt cannot be turned into bytes for a printer.
package enum EncodingError: Error, Hashable, Sendable {
    /// A character that neither the code page nor a raster covers: laid out for another printer.
    case notCovered(Unicode.Scalar)
    /// A raster that is not as high as the line it stands on.
    case wrongHeight(TextRun)
}

extension EncodingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notCovered(let scalar):
            "the receipt holds U+\(String(scalar.value, radix: 16, uppercase: true)), for which "
                + "this printer has no character; nothing was sent; choose the printer's own "
                + "profile and print it again"
        case .wrongHeight(let run):
            "the dots of \"\(run.text)\" do not fit a line of text; nothing was sent"
        }
    }
}
