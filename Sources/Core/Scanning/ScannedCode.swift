/// What a scan means: the product, and what the code says of this very pack.
///
/// | what comes in | how it is read |
/// |---|---|
/// | `]C1…`, `]d2…`, `]Q3…`, `]e0…`, a GS anywhere | GS1 element string |
/// | `(01)…(10)…` | the same, as people read and type it |
/// | `https://…/01/…` | GS1 Digital Link |
/// | `01` and an article number with a right check digit | element string whose FNC1 got lost |
/// | `]E…` | EAN or UPC; of 8 digits behind `]E0` UPC-E, behind `]E4` EAN-8 |
/// | anything else, its AIM identifier taken off | a plain barcode |
package struct ScannedCode: Hashable, Sendable {
    /// The product's code.
    package let barcode: Barcode
    /// The batch on the pack, from (10): 1 to 20 printable ASCII characters.
    package private(set) var batchLabel: String?
    /// The pack's serial number, from (21).
    package private(set) var serial: String?
    /// When it was made, from (11).
    package private(set) var producedOn: ScannedDate?
    /// The day until which it is at its best, from (15).
    package private(set) var bestBefore: ScannedDate?
    /// The last day on which it may be used, from (17).
    package private(set) var expiresOn: ScannedDate?
    /// How many pieces are in the pack, from (30) or (37).
    package private(set) var count: Int64?
    /// The net weight in grams (thousandths of a kilogram), from (310n).
    package private(set) var weightGrams: Int64?
    /// What the label asks for the pack, from (392n) or (393n).
    package private(set) var price: ScannedPrice?

    /// Reads what a scanner sent or a person typed, or says why nothing can be sold by it.
    ///
    /// Codes write years in two digits; `thisYear` (four digits) tells their century.
    package init(
        payload: [UInt8], thisYear: Int, rules: CodeRules = .standard
    ) throws(ScannedCodeError) {
        let found = AIMIdentifier.split(payload)
        let data = found?.data ?? payload
        if let identifier = found?.identifier, identifier.isArticleNumber {
            self.init(barcode: try ArticleSymbol.barcode(data, identifier))
        } else if let elements = try Self.elements(data, found?.identifier) {
            try self.init(elements: elements, thisYear: thisYear)
        } else {
            self.init(
                barcode: try Self.checked { () throws(BarcodeError) in
                    try Barcode(payload: data, prefersUPCE: rules.prefersUPCE)
                })
        }
    }

    private init(barcode: Barcode) {
        self.barcode = barcode
    }

    private init(elements: [GS1Element], thisYear: Int) throws(ScannedCodeError) {
        let articles = elements.filter { $0.identifier == "01" }
        let contained = elements.filter { $0.identifier == "02" }
        guard let article = articles.first ?? contained.first else { throw .noProduct }
        guard articles.allSatisfy({ $0 == article }), contained.allSatisfy({ $0 == contained[0] })
        else { throw .contradiction(article.identifier) }
        do throws(BarcodeError) {
            barcode = try Barcode(payload: article.value)
        } catch {
            throw .article(article.identifier, error)
        }
        for element in elements { try take(element, thisYear) }
    }

    /// The elements of a payload; nil when it is a plain code.
    private static func elements(
        _ data: [UInt8], _ identifier: AIMIdentifier?
    ) throws(ScannedCodeError) -> [GS1Element]? {
        if let elements = try DigitalLink.elements(data) { return elements }
        let text = data.drop { $0 == 0x20 }
        if GS1Reader.bracketedIdentifier(at: text) != nil {
            return try GS1Reader.elements(brackets: text)
        }
        let isMarked = identifier?.holdsElements == true || data.contains(GS1Reader.separator)
        guard isMarked || looksLikeElements(data) else { return nil }
        return try GS1Reader.elements(string: data[...])
    }

    /// Whether it begins with (01) and a right article number.
    ///
    /// A keyboard scanner that sends no AIM identifier sends no FNC1 in front either.
    private static func looksLikeElements(_ data: [UInt8]) -> Bool {
        guard data.count >= 16, data.starts(with: [0x30, 0x31]) else { return false }
        let article = data[2..<16]
        return article.allSatisfy { 0x30...0x39 ~= $0 } && GTIN.isRight(article.map { $0 - 0x30 })
    }

    static func checked(
        _ make: () throws(BarcodeError) -> Barcode
    ) throws(ScannedCodeError) -> Barcode {
        do throws(BarcodeError) {
            return try make()
        } catch {
            throw .barcode(error)
        }
    }
}

extension ScannedCode {
    private mutating func take(
        _ element: GS1Element, _ thisYear: Int
    ) throws(ScannedCodeError) {
        let name = element.identifier
        switch name {
        case "10": try Self.set(&batchLabel, element.text, name)
        case "11": try Self.set(&producedOn, Self.date(element, thisYear), name)
        case "15": try Self.set(&bestBefore, Self.date(element, thisYear), name)
        case "17": try Self.set(&expiresOn, Self.date(element, thisYear), name)
        case "21": try Self.set(&serial, element.text, name)
        case "30", "37": try Self.set(&count, element.number(), name)
        case "3100", "3101", "3102", "3103", "3104", "3105":
            try Self.set(&weightGrams, Self.grams(element), name)
        default:
            if name.hasPrefix("392") || name.hasPrefix("393") {
                try Self.set(&price, Self.price(element), name)
            } else if name.hasPrefix("310") {
                throw .unknownIdentifier(name)
            }
        }
    }

    private static func set<Value: Equatable>(
        _ field: inout Value?, _ value: Value, _ name: String
    ) throws(ScannedCodeError) {
        guard field == nil || field == value else { throw .contradiction(name) }
        field = value
    }

    private static func date(
        _ element: GS1Element, _ thisYear: Int
    ) throws(ScannedCodeError) -> ScannedDate {
        guard let date = ScannedDate(yymmdd: element.value, thisYear: thisYear) else {
            throw .noSuchDay(element.identifier, digits: element.text)
        }
        return date
    }

    /// The last digit of the identifier says how many of the six are decimals of a kilogram.
    ///
    /// Parts of a gram are rounded to the nearest, half a gram up.
    private static func grams(_ element: GS1Element) throws(ScannedCodeError) -> Int64 {
        let value = try element.number()
        return switch element.identifier.last {
        case "0": value * 1000
        case "1": value * 100
        case "2": value * 10
        case "4": (value + 5) / 10
        case "5": (value + 50) / 100
        default: value
        }
    }

    private static func price(_ element: GS1Element) throws(ScannedCodeError) -> ScannedPrice {
        let name = element.identifier
        let namesCurrency = name.hasPrefix("393")
        let currency = namesCurrency ? element.value.prefix(3) : []
        guard currency.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .notDigits(name) }
        let digits = element.value.dropFirst(currency.count)
        guard (1...15).contains(digits.count) else {
            throw .wrongLength(name, wanted: "an amount of 1 to 15 digits", found: digits.count)
        }
        return ScannedPrice(
            amount: try GS1Element.number(digits, of: name),
            decimals: name.last?.wholeNumberValue ?? 0,
            currency: namesCurrency ? String(decoding: currency, as: UTF8.self) : nil)
    }
}
