/// Reads one JSON text strictly (RFC 8259): no comments, no trailing commas, no name twice.
package struct JSONReader {
    let bytes: [UInt8]
    private let limits: JSONLimits
    var position = 0
    private var values = 0

    /// Reads bytes that hold exactly one value; throws at the first thing that is wrong.
    package static func value(
        of bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(JSONError) -> JSONValue {
        var reader = JSONReader(bytes: bytes, limits: limits)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw .goesOn(at: reader.position) }
        return value
    }

    private init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        values += 1
        guard values <= limits.values else { throw .tooMany(limit: limits.values) }
        skipSpace()
        guard let byte = next else { throw .endsEarly }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw .unexpected(at: position, wanted: "a value")
        }
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        for byte in "\(word)".utf8 {
            guard let next else { throw .endsEarly }
            guard next == byte else { throw .unexpected(at: position, wanted: "\(word)") }
            position += 1
        }
        return value
    }

    private mutating func expect(_ byte: UInt8, _ wanted: String) throws(JSONError) {
        skipSpace()
        guard let next else { throw .endsEarly }
        guard next == byte else { throw .unexpected(at: position, wanted: wanted) }
        position += 1
    }

    /// Whether the bracket that closes the container is next; it is then passed over.
    private mutating func closes(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        guard depth <= limits.depth else { throw .tooDeep(limit: limits.depth) }
        position += 1
        var elements: [JSONValue] = []
        if closes(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value(depth: depth))
            if closes(UInt8(ascii: "]")) { return elements }
            try expect(UInt8(ascii: ","), "a comma or ]")
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        guard depth <= limits.depth else { throw .tooDeep(limit: limits.depth) }
        position += 1
        var object = JSONObject()
        var names: Set<String> = []
        if closes(UInt8(ascii: "}")) { return object }
        while true {
            skipSpace()
            guard let byte = next else { throw .endsEarly }
            guard byte == UInt8(ascii: "\"") else {
                throw .unexpected(at: position, wanted: "a name in quotes")
            }
            let name = try string()
            guard names.insert(name).inserted else { throw .duplicateName(name) }
            try expect(UInt8(ascii: ":"), "a colon")
            object.append(name, try value(depth: depth))
            if closes(UInt8(ascii: "}")) { return object }
            try expect(UInt8(ascii: ","), "a comma or }")
        }
    }
}
