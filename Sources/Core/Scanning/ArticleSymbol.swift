/// Reads what stands behind the AIM identifier of an EAN or UPC symbol.
enum ArticleSymbol {
    /// The article number, without the small symbol at its side.
    ///
    /// The standard wants a UPC-E behind `]E0` in 13 digits; many scanners send its own eight.
    static func barcode(
        _ data: [UInt8], _ identifier: AIMIdentifier
    ) throws(ScannedCodeError) -> Barcode {
        guard identifier.code != "E1", identifier.code != "E2" else { throw .addOnOnly }
        let count = articleLength(data.count, isWithAddOn: identifier.code == "E3")
        guard let count, data.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw .wrongArticleLength(data.count)
        }
        let code = Array(data.prefix(count))
        let digits = code.map { $0 - 0x30 }
        if identifier.code != "E4", let expanded = UPCE.expanded(digits), GTIN.isRight(expanded) {
            return try named(code, expanded)
        }
        guard identifier.code != "E4" || count == 8 else { throw .wrongArticleLength(count) }
        return try named(code, digits)
    }

    private static func articleLength(_ count: Int, isWithAddOn: Bool) -> Int? {
        guard isWithAddOn else { return [8, 12, 13].contains(count) ? count : nil }
        return switch count {
        case 14, 17: 12
        case 15, 18: 13
        default: nil
        }
    }

    private static func named(
        _ code: [UInt8], _ digits: [UInt8]
    ) throws(ScannedCodeError) -> Barcode {
        try ScannedCode.checked { () throws(BarcodeError) in
            try Barcode(shown: String(decoding: code, as: UTF8.self), number: digits)
        }
    }
}
