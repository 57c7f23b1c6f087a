extension JSONReader {
    mutating func string() throws(JSONError) -> String {
        let opening = position
        position += 1
        var text = ""
        var start = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                text += try unicode(bytes[start..<position], at: opening)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += try unicode(bytes[start..<position], at: opening)
                position += 1
                text.unicodeScalars.append(try escape())
                start = position
            case 0..<0x20:
                throw .unexpected(at: position, wanted: "an escaped control character")
            default:
                position += 1
            }
        }
        throw .endsEarly
    }

    private func unicode(_ bytes: ArraySlice<UInt8>, at place: Int) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notUnicode(at: place)
        }
        return text
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        guard let byte = next else { throw .endsEarly }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw .unexpected(at: position - 1, wanted: "an escape of JSON")
        }
    }

    private mutating func codePoint() throws(JSONError) -> Unicode.Scalar {
        let place = position
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), next == UInt8(ascii: "\\") else {
            throw .notUnicode(at: place)
        }
        position += 1
        guard next == UInt8(ascii: "u") else { throw .notUnicode(at: place) }
        position += 1
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw .notUnicode(at: place) }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw .endsEarly }
            guard let digit = byte.hexadecimalValue else {
                throw .unexpected(at: position, wanted: "a hexadecimal digit")
            }
            value = value << 4 | digit
            position += 1
        }
        return value
    }
}

extension UInt8 {
    /// The value of an ASCII hexadecimal digit.
    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self) - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self) - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self) - 55
        default: nil
        }
    }
}
