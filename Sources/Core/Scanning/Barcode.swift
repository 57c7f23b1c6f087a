/// A product's code that has been checked: printable ASCII, and a right check digit if it is a GTIN.
///
/// Accepts 1…64 printable ASCII characters, blanks around them removed. Digits alone in the
/// lengths 8, 12, 13 and 14 are a GTIN and must have the right check digit; eight of them are a
/// UPC-E when only that reading's check digit is right. Refuses everything else: control bytes,
/// other alphabets, nothing at all.
package struct Barcode: Hashable, Sendable, CustomStringConvertible {
    /// The most characters of a code.
    package static let longest = 64

    /// The code as it was scanned or typed, without blanks around it.
    package let shown: String
    /// What the database knows it by: the same for every way of writing the same number.
    ///
    /// A GTIN's is its 14-digit form with zeros in front, so that UPC-A `036000291452` and EAN-13
    /// `0036000291452` are one product, and so are a UPC-E and the UPC-A it stands
    /// for. Any other code is its own text. The two cannot meet, because a text of 14 digits is
    /// always a GTIN.
    package let key: String
    /// Whether it is an article number of GS1 rather than a code of the shop's own.
    package let isGTIN: Bool

    /// Checks what a scanner sent, or says why it is no code.
    ///
    /// Eight digits that could be both are an EAN-8, unless `prefersUPCE` says otherwise.
    package init(payload: [UInt8], prefersUPCE: Bool = false) throws(BarcodeError) {
        let code = Self.trimmed(payload[...])
        guard !code.isEmpty else { throw .empty }
        guard code.allSatisfy({ 0x20...0x7E ~= $0 }) else {
            throw .unprintable(escaped: EscapedBytes.text(of: code))
        }
        guard code.count <= Self.longest else { throw .tooLong(count: code.count) }
        shown = String(decoding: code, as: UTF8.self)
        let number = try Self.number(code, prefersUPCE)
        isGTIN = number != nil
        key = number ?? shown
    }

    /// Checks what a person typed, or says why it is no code.
    package init(typed text: String) throws(BarcodeError) {
        try self.init(payload: Array(text.utf8))
    }

    /// The code as it was scanned or typed.
    package var description: String { shown }

    private static func trimmed(_ payload: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool {
            byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        }
        var code = payload.drop(while: isBlank)
        while let last = code.last, isBlank(last) { code.removeLast() }
        return code
    }

    /// The number in 14 digits, nil for a code that is none.
    private static func number(
        _ code: ArraySlice<UInt8>, _ prefersUPCE: Bool
    ) throws(BarcodeError) -> String? {
        guard GTIN.lengths.contains(code.count), code.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        let digits = code.map { $0 - 0x30 }
        if prefersUPCE, let expanded = UPCE.expanded(digits), GTIN.isRight(expanded) {
            return try GTIN.fourteenDigits(of: expanded)
        }
        do throws(BarcodeError) {
            return try GTIN.fourteenDigits(of: digits)
        } catch {
            // Eight digits that are no EAN-8 may be a UPC-E; if not, the EAN-8's fault is the news.
            guard let expanded = UPCE.expanded(digits), GTIN.isRight(expanded) else { throw error }
            return try GTIN.fourteenDigits(of: expanded)
        }
    }

    /// A code that another rule has read as the number of these digits.
    init(shown: String, number digits: [UInt8]) throws(BarcodeError) {
        self.shown = shown
        key = try GTIN.fourteenDigits(of: digits)
        isGTIN = true
    }
}
