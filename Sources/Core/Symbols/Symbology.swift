/// A way to write a short text as bars that a shop's scanner reads.
package enum Symbology: String, Hashable, Sendable, CaseIterable {
    /// Thirteen digits, the last one a check digit (GS1 General Specifications).
    case ean13 = "EAN13"
    /// Eight digits, the last one a check digit (GS1 General Specifications).
    case ean8 = "EAN8"
    /// Twelve digits, the last one a check digit (GS1 General Specifications).
    case upcA = "UPC-A"
    /// Capitals, digits and a few signs (ISO/IEC 16388).
    case code39 = "CODE39"
    /// Printable ASCII (ISO/IEC 15417).
    case code128 = "CODE128"
    /// Digits in pairs, interleaved two of five (ISO/IEC 16390).
    case itf = "ITF"

    /// The white modules wanted at either side; where two sides differ the wider one serves both.
    var quietModules: Int {
        switch self {
        case .ean13: 11
        case .ean8: 7
        case .upcA: 9
        case .code39, .code128, .itf: 10
        }
    }

    /// Whether there are only two widths of bars; the others have four.
    var isBinary: Bool {
        switch self {
        case .code39, .itf: true
        case .ean13, .ean8, .upcA, .code128: false
        }
    }
}
