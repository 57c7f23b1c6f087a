/// Swift without its comments and with empty string literals, line by line as in the file.
///
/// A rule about code reads this, so that neither a comment nor a message can break it.
struct SwiftCode: Sendable {
    let lines: [String]
    /// Each line that is not empty, counted from 1, with its words.
    let lineWords: [(line: Int, words: [String])]

    init(_ text: String) {
        var stripper = SwiftStripper(text)
        let lines = stripper.strip().split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        self.lines = lines
        lineWords = lines.enumerated().compactMap { index, line in
            let words = Self.words(line)
            return words.isEmpty ? nil : (index + 1, words)
        }
    }

    /// Names, keywords, numbers, and every other character by itself, without white space.
    static func words(_ line: String) -> [String] {
        let bytes = Array(line.utf8)
        var words: [String] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { !isPartOfName($0) } ?? bytes.count
            if end > start {
                words.append(String(decoding: bytes[start..<end], as: UTF8.self))
            }
            if end < bytes.count, bytes[end] > UInt8(ascii: " ") {
                words.append(String(decoding: bytes[end...end], as: UTF8.self))
            }
            start = end + 1
        }
        return words
    }

    /// Letters of other scripts are parts of names, too.
    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default:
            false
        }
    }
}
