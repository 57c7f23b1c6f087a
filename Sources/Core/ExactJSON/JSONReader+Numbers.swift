extension JSONReader {
    mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var figures = try digits()
        guard figures.count == 1 || figures[0] != 0 else {
            throw .unexpected(at: start, wanted: "a number without zeros in front")
        }
        var exponent = 0
        if next == UInt8(ascii: ".") {
            position += 1
            let decimals = try digits()
            exponent = -decimals.count
            figures += decimals
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            exponent += try powerOfTen(start)
        }
        guard figures.count <= JSONNumber.longest else { throw .numberTooLong(at: start) }
        return JSONNumber(isNegative: isNegative, digits: figures, exponent: exponent)
    }

    private mutating func powerOfTen(_ start: Int) throws(JSONError) -> Int {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative || next == UInt8(ascii: "+") { position += 1 }
        let figures = try digits().drop { $0 == 0 }
        guard figures.count <= 7 else { throw .numberTooLong(at: start) }
        let power = figures.reduce(0) { $0 * 10 + Int($1) }
        guard power <= JSONNumber.largestExponent else { throw .numberTooLong(at: start) }
        return isNegative ? -power : power
    }

    private mutating func digits() throws(JSONError) -> [UInt8] {
        let start = position
        while let byte = next, byte >= 48, byte <= 57 { position += 1 }
        guard position > start else {
            guard next != nil else { throw .endsEarly }
            throw .unexpected(at: position, wanted: "a digit")
        }
        return bytes[start..<position].map { $0 - 48 }
    }
}
