/// Who a tax invoice is made out to, where that has to be on it.
package struct Buyer: Hashable, Sendable {
    /// Their tax number, if they are registered.
    package var gstin: GSTIN?
    /// Their name.
    package var name: String?
    /// Their address.
    package var address: String?

    /// Gathers what is known of a buyer.
    package init(gstin: GSTIN? = nil, name: String? = nil, address: String? = nil) {
        self.gstin = gstin
        self.name = name
        self.address = address
    }

    /// Whether nothing is known.
    package var isEmpty: Bool { gstin == nil && name == nil && address == nil }
}

/// An Indian tax number of 15 characters whose check digit is right.
package struct GSTIN: Hashable, Sendable {
    /// The number in capitals.
    package let text: String

    /// Why a text is no tax number.
    package enum Refusal: Error, Hashable, Sendable {
        /// It has another form.
        case form
        /// The last character does not follow from the others.
        case checkDigit
    }

    /// Reads a number; small letters and blanks within are a person's habit.
    ///
    /// The form is state (2 digits), PAN (5 letters, 4 digits, a letter), registration, `Z`, check.
    package init(parsing raw: some StringProtocol) throws(Refusal) {
        let text = raw.uppercased().filter { $0 != " " }
        let bytes = Array(text.utf8)
        let form = Array("00AAAAA0000A*Z*".utf8)
        guard bytes.count == form.count, zip(bytes, form).allSatisfy(Self.fits) else {
            throw .form
        }
        guard Self.checkValue(of: bytes.dropLast()) == Self.value(bytes[14]) else {
            throw .checkDigit
        }
        self.text = text
    }

    private static func fits(_ byte: UInt8, _ kind: UInt8) -> Bool {
        switch kind {
        case UInt8(ascii: "0"): isDigit(byte)
        case UInt8(ascii: "A"): isLetter(byte)
        case UInt8(ascii: "*"): isDigit(byte) || isLetter(byte)
        default: byte == kind
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// The place of a character in `0`…`9`, `A`…`Z`.
    private static func value(_ byte: UInt8) -> Int {
        isDigit(byte) ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10
    }

    /// The Luhn sum to the base of 36: every second value is doubled and its two digits added.
    private static func checkValue(of bytes: ArraySlice<UInt8>) -> Int {
        let sum = bytes.enumerated().reduce(0) { sum, byte in
            let product = value(byte.element) * (byte.offset % 2 == 0 ? 1 : 2)
            return sum + product / 36 + product % 36
        }
        return (36 - sum % 36) % 36
    }
}
