/// Swift without its comments and with empty string literals, line by line as in the file.
///
/// A rule about code reads this, so that neither a comment nor a message can break it.
struct SwiftCode: Sendable {
    let lines: [String]

    init(_ text: String) {
        var stripper = SwiftStripper(text)
        lines = stripper.strip().split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// Each line that is not empty, counted from 1, with its words.
    var lineWords: [(line: Int, words: [String])] {
        lines.enumerated().compactMap { index, line in
            let words = Self.words(line)
            return words.isEmpty ? nil : (index + 1, words)
        }
    }

    /// Names, keywords, numbers, and every other character by itself, without white space.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in line {
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if !character.isWhitespace { words.append(String(character)) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
