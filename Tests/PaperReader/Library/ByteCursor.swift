/// Walks over bytes and refuses to walk past their end.
struct ByteCursor {
    let bytes: [UInt8]
    private(set) var offset = 0
    /// Where the command being read starts.
    private(set) var commandStart = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func startCommand() {
        commandStart = offset
    }

    mutating func next() throws(PaperError) -> UInt8 {
        guard offset < bytes.count else { throw error("the bytes end inside a command") }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func next(_ count: Int) throws(PaperError) -> [UInt8] {
        guard offset + count <= bytes.count else {
            throw error("the bytes end inside a command of \(count) bytes")
        }
        defer { offset += count }
        return Array(bytes[offset..<(offset + count)])
    }

    mutating func littleEndian() throws(PaperError) -> Int {
        let low = try next()
        return Int(low) + Int(try next()) << 8
    }

    mutating func flag() throws(PaperError) -> Bool {
        let byte = try next()
        guard byte <= 1 else { throw error("\(byte) is neither on nor off") }
        return byte == 1
    }

    mutating func expect(_ wanted: UInt8...) throws(PaperError) {
        for byte in wanted where try next() != byte {
            throw error("only the value \(wanted) is in use here")
        }
    }

    func error(_ reason: String) -> PaperError {
        PaperError(offset: commandStart, reason: reason)
    }
}
