/// A code of the shop's own with a weight, a price or a number in it, read by one of its layouts.
package struct StoreCode: Hashable, Sendable {
    /// What the catalogue may know the product by, the likeliest first.
    ///
    /// The code with nothing for its value, as an import writes it; the digits in front with the
    /// product's number; that number with and without the zeros in front of it.
    package let keys: [String]
    /// The code as it was scanned.
    package let shown: String
    /// The net weight in grams (thousandths of a kilogram).
    package let weightGrams: Int64?
    /// What the label asks for the pack.
    package let price: ScannedPrice?
    /// How many pieces are in the pack.
    package let count: Int64?

    /// Reads an article number of 12 or 13 digits; nil when no layout fits it.
    ///
    /// The first layout whose own digits fit is the one; its check digits must be right.
    package init?(
        _ digits: [UInt8], layouts: [StoreCodeLayout]
    ) throws(ScannedCodeError) {
        let shown = String(decoding: digits, as: UTF8.self)
        let code = (digits.count == 12 ? [0x30] : []) + digits
        guard code.count == 13, code.allSatisfy({ 0x30...0x39 ~= $0 }),
            let layout = layouts.first(where: { Self.fits(code, $0) })
        else { return nil }
        let values = code.map { $0 - 0x30 }
        try Self.check(values, layout)
        self.shown = shown
        keys = Self.keys(values, layout)
        let amount = Self.part(values, layout, Self.valueSigns).reduce(0) {
            $0 * 10 + Int64($1)
        }
        weightGrams = layout.measure == .weight ? Self.grams(amount, layout.decimals) : nil
        price =
            layout.measure == .price
            ? ScannedPrice(amount: amount, decimals: layout.decimals, currency: nil) : nil
        count = layout.measure == .pieces ? amount : nil
    }

    private static let valueSigns = Set("WAN".utf8)

    private static func fits(_ code: [UInt8], _ layout: StoreCodeLayout) -> Bool {
        zip(code, layout.signs).allSatisfy { digit, sign in
            !(0x30...0x39 ~= sign) || digit == sign
        }
    }

    private static func part(
        _ values: [UInt8], _ layout: StoreCodeLayout, _ signs: Set<UInt8>
    ) -> [UInt8] {
        zip(values, layout.signs).filter { signs.contains($0.1) }.map(\.0)
    }

    private static func check(
        _ values: [UInt8], _ layout: StoreCodeLayout
    ) throws(ScannedCodeError) {
        let expected = GTIN.checkDigit(after: values.dropLast())
        guard let last = values.last, expected == Int(last) else {
            throw .barcode(.checkDigit(expected: expected, found: Int(values.last ?? 0)))
        }
        guard let place = layout.signs.dropLast().firstIndex(of: UInt8(ascii: "C")),
            let digit = MeasureCheck.digit(of: part(values, layout, valueSigns))
        else { return }
        guard digit == values[place] else {
            throw .measureCheck(expected: Int(digit), found: Int(values[place]))
        }
    }

    private static func keys(_ values: [UInt8], _ layout: StoreCodeLayout) -> [String] {
        func text(_ digits: some Sequence<UInt8>) -> String {
            String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        }
        var bare = zip(values, layout.signs).map { value, sign in
            valueSigns.contains(sign) || sign == UInt8(ascii: "C") || sign == UInt8(ascii: "X")
                ? 0 : value
        }
        bare[12] = UInt8(GTIN.checkDigit(after: bare.dropLast()))
        let item = part(values, layout, [UInt8(ascii: "P")])
        let start = values.prefix { _ in true }.enumerated().prefix {
            0x30...0x39 ~= layout.signs[$0.offset] || layout.signs[$0.offset] == UInt8(ascii: "P")
        }.map(\.element)
        let short = item.drop { $0 == 0 }
        var keys = ["0" + text(bare), text(start), text(item)]
        if !short.isEmpty, short.count < item.count { keys.append(text(short)) }
        return keys
    }

    /// Parts of a gram are rounded to the nearest, half a gram up.
    private static func grams(_ amount: Int64, _ decimals: Int) -> Int64 {
        var scaled = amount
        for _ in 0..<max(0, 3 - decimals) { scaled *= 10 }
        guard decimals > 3 else { return scaled }
        let divisor = (0..<(decimals - 3)).reduce(Int64(1)) { product, _ in product * 10 }
        return (scaled + divisor / 2) / divisor
    }
}
