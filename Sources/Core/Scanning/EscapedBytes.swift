/// Bytes of a device made harmless for a message: nothing in them can move a cursor or print.
package enum EscapedBytes {
    /// The most bytes that a message shows; the rest is an ellipsis.
    private static let longest = 80

    /// Printable ASCII as it is, everything else (and the backslash) as `\xHH`.
    package static func text(of bytes: some Collection<UInt8>) -> String {
        var text = ""
        for byte in bytes.prefix(longest) {
            if 0x20...0x7E ~= byte, byte != 0x5C {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return bytes.count > longest ? text + "…" : text
    }
}
