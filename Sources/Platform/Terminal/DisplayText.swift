import CLibEdit
import Glibc

/// Text made safe and measurable for a terminal.
package enum DisplayText {
    /// The text without anything a terminal would obey: each such character becomes U+FFFD.
    ///
    /// Control characters, line breaks among them, and the marks that turn the direction of text.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map(harmless)))
    }

    static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        isObeyed(scalar) ? "\u{FFFD}" : scalar
    }

    /// How many columns a character takes, by the C library's table; 0 for combining signs.
    ///
    /// The thread's locale must be a UTF-8 one.
    static func columns(_ scalar: Unicode.Scalar) -> Int {
        max(0, Int(wcwidth(wchar_t(truncatingIfNeeded: scalar.value))))
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
