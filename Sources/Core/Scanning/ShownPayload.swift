/// A scan's bytes as a technician wants to see them.
package enum ShownPayload {
    /// The bytes as text: GS as ␝, other control bytes by their pictures, what is no UTF-8 as `\xHH`.
    ///
    /// Nothing in it moves a cursor: control characters of Unicode beyond ASCII are escaped too.
    package static func text(of bytes: [UInt8]) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return bytes.map { shown($0) }.joined()
        }
        return text.unicodeScalars.map(shown).joined()
    }

    private static func shown(_ byte: UInt8) -> String {
        byte < 0x80 ? shown(Unicode.Scalar(byte)) : "\\x" + Hexadecimal.text(of: byte)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        // The block of control pictures has them in the order of ASCII.
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?"
        case 0x7F: "\u{2421}"
        default:
            isHarmless(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
            .privateUse:
            false
        default: true
        }
    }
}
