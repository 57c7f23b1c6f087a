extension AIMIdentifier {
    /// What kind of symbol it is, for people (ISO/IEC 15424, table 1); nil for rare ones.
    var symbolName: String? {
        if let exact = Self.exactNames[code] { return exact }
        return code.first.flatMap { Self.names[$0] }
    }

    private static let exactNames = [
        "C1": "GS1-128", "E0": "EAN-13 or UPC", "E3": "EAN-13 or UPC with an add-on",
        "E4": "EAN-8", "d2": "GS1 DataMatrix", "e0": "GS1 DataBar", "Q3": "GS1 QR Code",
        "J1": "GS1 DotCode",
    ]

    private static let names: [Character: String] = [
        "A": "Code 39", "C": "Code 128", "E": "EAN or UPC", "F": "Codabar", "G": "Code 93",
        "I": "Interleaved 2 of 5", "J": "DotCode", "L": "PDF417", "M": "MSI", "Q": "QR Code",
        "S": "Industrial 2 of 5", "X": "the scanner's own", "d": "DataMatrix",
        "e": "GS1 DataBar or composite", "z": "Aztec Code",
    ]
}
