/// Takes comments and the contents of string literals out of Swift, keeping every line end.
///
/// It knows what the project uses: both kinds of comment, nested ones too; string literals with one
/// or three quotation marks, with and without `#`, with interpolations. Regex literals it does not
/// know.
struct SwiftStripper {
    /// What a comment or a string literal can begin with.
    private static let openers: Set<UInt8> = [
        UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "#"),
    ]

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
            if Self.openers.contains(byte), skipCommentOrString() { continue }
            result.append(byte)
            position += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func sees(_ text: StaticString, at start: Int) -> Bool {
        let wanted = text.description.utf8
        return start + wanted.count <= bytes.count
            && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }

    /// Moves one byte on; of what is skipped only line ends stay.
    private mutating func skip(_ count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            if bytes[position] == UInt8(ascii: "\n") { result.append(bytes[position]) }
            position += 1
        }
    }

    private mutating func skipCommentOrString() -> Bool {
        if sees("//", at: position) {
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            return true
        }
        if sees("/*", at: position) {
            skipBlockComment()
            return true
        }
        return skipString()
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if sees("/*", at: position) {
                depth += 1
                skip(2)
            } else if sees("*/", at: position) {
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
        while start < bytes.count, bytes[start] == UInt8(ascii: "#") { start += 1 }
        guard sees("\"", at: start) else { return false }
        let hashes = start - position
        let quotes = sees("\"\"\"", at: start) ? 3 : 1
        skip(hashes + quotes)
        while position < bytes.count, !endsString(hashes, quotes) { skipStringPart(hashes) }
        skip(hashes + quotes)
        // One quotation mark stays, so that a literal is still something.
        result.append(UInt8(ascii: "\""))
        return true
    }

    private func endsString(_ hashes: Int, _ quotes: Int) -> Bool {
        let marks = Array(repeating: UInt8(ascii: "\""), count: quotes)
        let end = marks + Array(repeating: UInt8(ascii: "#"), count: hashes)
        return position + end.count <= bytes.count
            && bytes[position..<(position + end.count)].elementsEqual(end)
    }

    /// Skips a byte, an escaped byte, or a whole interpolation.
    private mutating func skipStringPart(_ hashes: Int) {
        let escape = [UInt8(ascii: "\\")] + Array(repeating: UInt8(ascii: "#"), count: hashes)
        let end = position + escape.count
        guard end < bytes.count, bytes[position..<end].elementsEqual(escape) else {
            skip()
            return
        }
        skip(escape.count)
        guard bytes[position] == UInt8(ascii: "(") else {
            skip()
            return
        }
        skipInterpolation()
    }

    private mutating func skipInterpolation() {
        var depth = 0
        repeat {
            let kept = result.count
            if skipCommentOrString() {
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
