/// Why something scanned or typed means nothing that could be sold.
///
/// The texts are the identifier's digits or a part of the code, made harmless to show.
package enum ScannedCodeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no barcode.
    case barcode(BarcodeError)
    /// The article number in an element is wrong.
    case article(String, BarcodeError)
    /// An application identifier that GS1 has not given out, so that its length is unknown.
    case unknownIdentifier(String)
    /// A value with a character that no element may have.
    case unprintable(String)
    /// A value of another length than its identifier wants.
    case wrongLength(String, wanted: String, found: Int)
    /// A value that should be digits and is not.
    case notDigits(String)
    /// Six digits that are no day.
    case noSuchDay(String, digits: String)
    /// The same identifier twice, or two of a kind, with different values.
    case contradiction(String)
    /// Elements without an article number, as on a pallet.
    case noProduct
    /// A web address whose path does not go on in pairs.
    case wrongPath
    /// A percent sign in a web address without two digits behind it.
    case wrongPercent(String)
    /// The check digit of a weight or price in a code of the shop's own.
    case measureCheck(expected: Int, found: Int)
    /// Only the small symbol beside an article number was read.
    case addOnOnly
    /// An EAN or UPC symbol with so many digits, as none has.
    case wrongArticleLength(Int)

    /// One sentence or two, with what to do next.
    package var description: String {
        switch self {
        case .barcode(let error): error.description
        case .article(let name, let error): "(\(name)): \(error.description)"
        case .unknownIdentifier(let name):
            "GS1 knows no identifier (\(name)). Scan the product's own barcode."
        case .unprintable(let name):
            "The value of (\(name)) has a character that GS1 does not allow. Scan again."
        case .wrongLength(let name, let wanted, let found):
            "(\(name)) needs \(wanted), not \(found). Scan again; if it stays, the scanner must "
                + "be set to send GS between the parts."
        case .notDigits(let name): "(\(name)) may hold digits only. Scan again."
        case .noSuchDay(let name, let digits):
            "(\(name)) says \(digits), which is no day. Scan the product's own barcode."
        case .contradiction(let name):
            "The code says two different things in (\(name)). Scan the product's own barcode."
        case .noProduct:
            "The code names no product, as on a pallet. Scan the product's own barcode."
        case .wrongPath:
            "The web address ends in the middle of its parts. Scan again."
        case .wrongPercent(let text):
            "The web address has a broken character in \(text). Scan the product's own barcode."
        case .measureCheck(let expected, let found):
            "The check digit of the weight or price is \(found) but should be \(expected): a digit "
                + "was misread. Scan again; if it stays, look at store_codes in the settings."
        case .addOnOnly:
            "Only the small symbol at the side was read. Scan the large one."
        case .wrongArticleLength(let count):
            "An EAN or UPC symbol has 8, 12 or 13 digits, not \(count). Set the scanner to send "
                + "all of them."
        }
    }
}
