/// What a scanner says of the symbol it read: `]`, a letter and a modifier (ISO/IEC 15424).
struct AIMIdentifier: Hashable, Sendable {
    /// The letter of the symbology and its modifier, such as `C1`.
    let code: String

    /// Those whose symbol begins with FNC1: GS1-128, DataBar and its composites, DataMatrix, QR, DotCode.
    private static let elementStrings: Set<String> = ["C1", "e0", "e1", "e2", "d2", "Q3", "J1"]

    /// Parts a payload into the identifier in front and the data behind it; nil if there is none.
    static func split(_ payload: [UInt8]) -> (identifier: AIMIdentifier, data: [UInt8])? {
        guard payload.count > 3, payload[0] == 0x5D else { return nil }
        let letter = payload[1]
        let modifier = payload[2]
        let isLetter = 0x41...0x5A ~= letter || 0x61...0x7A ~= letter
        let isModifier =
            0x30...0x39 ~= modifier || 0x41...0x5A ~= modifier || 0x61...0x7A ~= modifier
        guard isLetter, isModifier else { return nil }
        let code = String(decoding: [letter, modifier], as: UTF8.self)
        return (AIMIdentifier(code: code), Array(payload.dropFirst(3)))
    }

    /// Whether the data are GS1 element strings.
    var holdsElements: Bool { Self.elementStrings.contains(code) }

    /// Whether the symbol is an EAN or UPC.
    var isArticleNumber: Bool { code.first == "E" }
}
