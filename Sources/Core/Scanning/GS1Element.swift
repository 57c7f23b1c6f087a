/// One application identifier with its value, checked for length and characters.
struct GS1Element: Hashable, Sendable {
    /// The two to four digits of the identifier.
    let identifier: String
    /// The value: printable ASCII, as long as the identifier's rule wants it.
    let value: [UInt8]

    /// Checks a value against its identifier's rule; refuses an identifier that has none.
    init(_ identifier: some Collection<UInt8>, value: some Collection<UInt8>)
        throws(ScannedCodeError)
    {
        let name = EscapedBytes.text(of: identifier)
        guard identifier.allSatisfy({ 0x30...0x39 ~= $0 }),
            let rule = GS1Rule.rule(for: identifier), rule.identifierLength == identifier.count
        else { throw .unknownIdentifier(name) }
        guard value.allSatisfy({ 0x21...0x7E ~= $0 }) else { throw .unprintable(name) }
        switch rule.length {
        case .exactly(let count):
            guard value.count == count else {
                throw .wrongLength(name, wanted: "\(count) digits", found: value.count)
            }
            guard value.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .notDigits(name) }
        case .upTo(let count):
            guard (1...count).contains(value.count) else {
                throw .wrongLength(name, wanted: "1 to \(count) characters", found: value.count)
            }
        }
        self.identifier = name
        self.value = Array(value)
    }

    /// The value as text.
    var text: String { String(decoding: value, as: UTF8.self) }

    /// The value as a number; refuses anything but at most 18 digits.
    func number() throws(ScannedCodeError) -> Int64 {
        try Self.number(value[...], of: identifier)
    }

    /// Some digits of a value as a number; refuses anything but 1 to 18 digits.
    static func number(
        _ digits: ArraySlice<UInt8>, of identifier: String
    ) throws(ScannedCodeError) -> Int64 {
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .notDigits(identifier) }
        guard (1...18).contains(digits.count) else {
            throw .wrongLength(identifier, wanted: "1 to 18 digits", found: digits.count)
        }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }
}
