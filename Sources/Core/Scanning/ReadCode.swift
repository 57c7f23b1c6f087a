/// What a code says, whichever way it says it: a product's key and what is known of this very pack.
package struct ReadCode: Hashable, Sendable {
    /// What the catalogue may know the product by, the likeliest first.
    package let keys: [String]
    /// The code as people know it.
    package let shown: String
    /// The batch on the pack.
    package let batchLabel: String?
    /// The last day on which it may be used.
    package let expiresOn: ScannedDate?
    /// How many pieces are in the pack.
    package let count: Int64?
    /// The net weight in grams (thousandths of a kilogram).
    package let weightGrams: Int64?
    /// What the label asks for the pack.
    package let price: ScannedPrice?
    /// Whether a price on the label is its pack's own: the shop's code, or a GTIN for measured goods.
    ///
    /// GS1 gives packs of measured goods numbers that begin with 9; a price on any other pack is
    /// somebody's wish.
    package let isPriceItsOwn: Bool

    /// Reads a code by the shop's layouts, else as GS1 has it; says why nothing can be sold by it.
    package init(
        _ payload: [UInt8], thisYear: Int, rules: CodeRules
    ) throws(ScannedCodeError) {
        if let digits = Self.articleDigits(payload),
            let code = try StoreCode(digits, layouts: rules.storeCodes)
        {
            (keys, shown) = (code.keys, code.shown)
            (batchLabel, expiresOn) = (nil, nil)
            (count, weightGrams, price) = (code.count, code.weightGrams, code.price)
            isPriceItsOwn = true
        } else {
            let code = try ScannedCode(payload: payload, thisYear: thisYear, rules: rules)
            (keys, shown) = ([code.barcode.key], code.barcode.shown)
            (batchLabel, expiresOn) = (code.batchLabel, code.expiresOn)
            (count, weightGrams, price) = (code.count, code.weightGrams, code.price)
            isPriceItsOwn = code.barcode.isGTIN && code.barcode.key.hasPrefix("9")
        }
    }

    /// The key with capitals and small letters exchanged; nil where that is no other key.
    ///
    /// Only for a code of the shop's own: numbers of GS1 have no letters.
    package var exchangedKey: String? {
        guard keys.count == 1, let key = keys.first else { return nil }
        let exchanged = key.utf8.map { 0x41...0x5A ~= $0 & 0xDF ? $0 ^ 0x20 : $0 }
        let text = String(decoding: exchanged, as: UTF8.self)
        return text == key ? nil : text
    }

    /// The digits of an EAN-13 or UPC-A, with its AIM identifier in front or without.
    private static func articleDigits(_ payload: [UInt8]) -> [UInt8]? {
        var data = payload[...]
        if let found = AIMIdentifier.split(payload) {
            guard found.identifier.isArticleNumber else { return nil }
            data = found.data[...]
        }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 }
        data = data.drop(while: isBlank)
        while let last = data.last, isBlank(last) { data.removeLast() }
        guard [12, 13].contains(data.count), data.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        return Array(data)
    }
}
