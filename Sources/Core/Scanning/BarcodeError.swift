/// Why something scanned or typed is no barcode; nothing of it may be sold.
package enum BarcodeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing but blanks.
    case empty
    /// More characters than a code of a shop has.
    case tooLong(count: Int)
    /// A byte that is no printable ASCII character; the text shows the whole, safely escaped.
    case unprintable(escaped: String)
    /// A digit was misread or lost: the last one does not fit the others.
    case checkDigit(expected: Int, found: Int)

    /// One sentence with what to do next.
    package var description: String {
        switch self {
        case .empty:
            "The code is empty. Scan again."
        case .tooLong(let count):
            "The code has \(count) characters; a product's code has at most "
                + "\(Barcode.longest). Scan the product's own barcode."
        case .unprintable(let escaped):
            "The code \(escaped) has characters that no product code has. Scan the product's "
                + "own barcode."
        case .checkDigit(let expected, let found):
            "The last digit is \(found) but should be \(expected): a digit was misread or lost. "
                + "Scan again."
        }
    }
}
