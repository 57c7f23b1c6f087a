/// Takes comments and the contents of string literals out of Swift, keeping every line end.
///
/// It knows what the project uses: both kinds of comment, nested ones too; string literals with one
/// or three quotation marks, with and without `#`, with interpolations. Regex literals it does not
/// know.
struct SwiftStripper {
    private static let lineComment = Array("//".utf8)
    private static let commentStart = Array("/*".utf8)
    private static let commentEnd = Array("*/".utf8)
    private static let threeQuotes = Array("\"\"\"".utf8)
    private static let quote = UInt8(ascii: "\"")
    private static let hash = UInt8(ascii: "#")

    private let bytes: [UInt8]
    private var position = 0
    private var result: [UInt8] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count)
    }

    mutating func strip() -> String {
        while position < bytes.count {
            let byte = bytes[position]
            if isOpener(byte), skipCommentOrString() { continue }
            result.append(byte)
            position += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func sees(_ wanted: [UInt8], at start: Int) -> Bool {
        guard start + wanted.count <= bytes.count else { return false }
        return wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
    }

    /// Whether a comment or a string literal can begin with it.
    private func isOpener(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == Self.quote || byte == Self.hash
    }

    /// Moves some bytes on; of what is skipped only line ends stay.
    private mutating func skip(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { result.append(bytes[position]) }
            position += 1
        }
    }

    private mutating func skipCommentOrString() -> Bool {
        if sees(Self.lineComment, at: position) {
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            return true
        }
        if sees(Self.commentStart, at: position) {
            skipBlockComment()
            return true
        }
        return skipString()
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if sees(Self.commentStart, at: position) {
                depth += 1
                skip(2)
            } else if sees(Self.commentEnd, at: position) {
                depth -= 1
                skip(2)
            } else {
                skip()
            }
        } while depth > 0 && position < bytes.count
    }

    /// Skips a string literal that starts here; false if none does.
    private mutating func skipString() -> Bool {
        var start = position
        while start < bytes.count, bytes[start] == Self.hash { start += 1 }
        guard start < bytes.count, bytes[start] == Self.quote else { return false }
        let hashes = start - position
        let quotes = sees(Self.threeQuotes, at: start) ? 3 : 1
        skip(hashes + quotes)
        while position < bytes.count, !endsString(hashes, quotes) { skipStringPart(hashes) }
        skip(hashes + quotes)
        // One quotation mark stays, so that a literal is still something.
        result.append(Self.quote)
        return true
    }

    private func endsString(_ hashes: Int, _ quotes: Int) -> Bool {
        guard bytes[position] == Self.quote else { return false }
        let marks = Array(repeating: Self.quote, count: quotes)
        return sees(marks + Array(repeating: Self.hash, count: hashes), at: position)
    }

    /// Skips a byte, an escaped byte, or a whole interpolation.
    private mutating func skipStringPart(_ hashes: Int) {
        guard bytes[position] == UInt8(ascii: "\\"),
            sees(Array(repeating: Self.hash, count: hashes), at: position + 1)
        else {
            skip()
            return
        }
        skip(1 + hashes)
        if position < bytes.count, bytes[position] == UInt8(ascii: "(") {
            skipInterpolation()
        } else {
            skip()
        }
    }

    private mutating func skipInterpolation() {
        var depth = 0
        repeat {
            let kept = result.count
            if isOpener(bytes[position]), skipCommentOrString() {
                // The mark of a literal inside a literal is dropped; its line ends stay.
                result.replaceSubrange(kept..., with: result[kept...].filter { $0 == 10 })
                continue
            }
            if bytes[position] == UInt8(ascii: "(") { depth += 1 }
            if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
            skip()
        } while depth > 0 && position < bytes.count
    }
}
