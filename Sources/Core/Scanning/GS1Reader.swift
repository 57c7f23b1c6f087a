/// Reads the three ways of writing GS1 elements into a row; the Digital Link has its own file.
enum GS1Reader {
    /// FNC1 between elements, as scanners send it (GS, ASCII 29).
    static let separator: UInt8 = 0x1D

    /// Reads an element string, as symbols hold it: identifiers and values without brackets.
    ///
    /// A separator may stand anywhere between elements, also where none is needed.
    static func elements(string bytes: ArraySlice<UInt8>) throws(ScannedCodeError) -> [GS1Element] {
        var rest = bytes
        var elements: [GS1Element] = []
        while let first = rest.first {
            if first == separator {
                rest.removeFirst()
            } else {
                elements.append(try takeElement(from: &rest))
            }
        }
        return elements
    }

    /// Reads what stands under a symbol and what people type: `(01)08901000000019(10)A2`.
    ///
    /// Blanks around values do not count; an article number of 8, 12 or 13 digits is filled up.
    static func elements(brackets bytes: ArraySlice<UInt8>) throws(ScannedCodeError)
        -> [GS1Element]
    {
        var rest = bytes
        var elements: [GS1Element] = []
        while let identifier = bracketedIdentifier(at: rest) {
            rest = rest.dropFirst(identifier.count + 2)
            var end = rest.startIndex
            while end < rest.endIndex, bracketedIdentifier(at: rest[end...]) == nil { end += 1 }
            let value = trimmed(rest[..<end])
            elements.append(try GS1Element(identifier, value: filled(value, for: identifier)))
            rest = rest[end...]
        }
        return elements
    }

    /// The digits in the brackets that a text begins with, two to four; nil for any other text.
    static func bracketedIdentifier(at bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.first == 0x28 else { return nil }
        let digits = bytes.dropFirst().prefix(5).prefix { 0x30...0x39 ~= $0 }
        guard (2...4).contains(digits.count), digits.endIndex < bytes.endIndex,
            bytes[digits.endIndex] == 0x29
        else { return nil }
        return digits
    }

    /// An article number with zeros in front, as (01) and (02) want it; any other value as it is.
    static func filled(
        _ value: ArraySlice<UInt8>, for identifier: some Collection<UInt8>
    ) -> [UInt8] {
        let isArticle =
            identifier.elementsEqual([0x30, 0x31]) || identifier.elementsEqual([0x30, 0x32])
        guard isArticle, GTIN.lengths.contains(value.count) else { return Array(value) }
        return Array(repeating: 0x30, count: 14 - value.count) + value
    }

    private static func takeElement(
        from rest: inout ArraySlice<UInt8>
    ) throws(ScannedCodeError) -> GS1Element {
        guard let rule = GS1Rule.rule(for: rest) else {
            throw .unknownIdentifier(EscapedBytes.text(of: rest.prefix(2)))
        }
        let identifier = rest.prefix(rule.identifierLength)
        rest = rest.dropFirst(rule.identifierLength)
        let value =
            switch rule.length {
            case .exactly(let count): rest.prefix(count)
            case .upTo: rest.prefix { $0 != separator }
            }
        rest = rest[value.endIndex...]
        return try GS1Element(identifier, value: value)
    }

    private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value.drop { $0 == 0x20 }
        while value.last == 0x20 { value.removeLast() }
        return value
    }
}
