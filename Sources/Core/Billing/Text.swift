/// Text from outside that can carry no command for a terminal or a printer.
///
/// Control characters (also C1), line and paragraph separators and the characters that override
/// the direction of writing are refused; white space at the ends is dropped.
package struct Text: Hashable, Sendable {
    /// The text as it may be shown, stored and printed.
    package let string: String

    /// Why a text was refused.
    package enum Refusal: Error, Hashable, Sendable {
        /// Nothing but white space and characters that do not show.
        case empty
        /// Longer than the limit, in characters.
        case tooLong(limit: Int)
        /// A character that could command a device; its code point.
        case forbidden(UInt32)
    }

    /// Accepts a text of 1 to `limit` characters.
    package init(_ raw: some StringProtocol, limit: Int = 120) throws(Refusal) {
        var scalars = Substring(raw).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        guard !scalars.isEmpty else { throw .empty }
        if let forbidden = Self.firstForbidden(in: scalars) { throw .forbidden(forbidden) }
        guard scalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint }) else {
            throw .empty
        }
        let trimmed = String(scalars)
        // No script needs more than a few code points a character; a pile of marks is no name.
        guard trimmed.count <= limit, scalars.count <= 4 * limit else {
            throw .tooLong(limit: limit)
        }
        string = trimmed
    }

    /// The first character that could command a terminal or a printer, or turn what is read around.
    package static func firstForbidden(in scalars: some Sequence<Unicode.Scalar>) -> UInt32? {
        scalars.first(where: isForbidden)?.value
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
