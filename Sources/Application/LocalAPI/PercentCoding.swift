/// The `%20` of paths and queries (RFC 3986).
enum PercentCoding {
    /// The text that an encoded one stands for; nil when it is no such text.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(nibble),
                    let low = rest.popFirst().flatMap(nibble)
                else { return nil }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The values of a query; a name that stands twice, or no text, is refused.
    static func query(_ text: some StringProtocol) throws(APIRefusal) -> [String: String] {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(halves[0], plusIsSpace: true),
                let value = decoded(halves.count == 2 ? halves[1] : "", plusIsSpace: true)
            else { throw APIRefusal(400, "bad-query", "The address has a % that is no text.") }
            guard values.updateValue(value, forKey: name) == nil else {
                throw APIRefusal(
                    422, "duplicate-parameter", "The parameter \(name) stands twice; send one.")
            }
        }
        return values
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - 55
        default: nil
        }
    }
}
