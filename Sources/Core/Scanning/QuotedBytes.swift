/// Bytes between quotation marks: ASCII as it is, the rest by number.
enum QuotedBytes {
    /// The text; `escape` stands before the two hexadecimal digits of a byte that does not show.
    static func text(of bytes: [UInt8], escape: String) -> String {
        var text = "\""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): text += "\\\""
            case UInt8(ascii: "\\"): text += "\\\\"
            case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += escape + Hexadecimal.text(of: byte)
            }
        }
        return text + "\""
    }
}
