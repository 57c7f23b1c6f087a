/// Finds where functions, initialisers and computed properties begin and end, word by word.
struct FunctionReader {
    private(set) var lengths: [(line: Int, count: Int)] = []

    /// A function whose body has not begun yet.
    private struct Announced {
        let keyword: String
        let line: Int
        /// How deep in brackets it stands.
        let brackets: Int
    }

    private var announced: Announced?
    /// Each open brace with the line of its function; nil for any other brace.
    private var braces: [Int?] = []
    private var brackets = 0
    private var previous = ""

    private static let openers: Set<String> = ["func", "init", "deinit", "subscript", "var"]
    /// A declaration without a body, as in a protocol, ends where the next one begins.
    private static let enders: Set<String> = [
        "@", "actor", "associatedtype", "case", "class", "enum", "extension", "fileprivate",
        "internal", "let", "mutating", "package", "private", "protocol", "public", "static",
        "struct", "typealias",
    ]

    mutating func read(_ line: Int, _ words: [String]) {
        // A stored property's line ends it, whatever brace comes later.
        if announced?.keyword == "var", announced?.brackets == brackets { announced = nil }
        for word in words {
            step(line, word)
            previous = word
        }
    }

    private mutating func step(_ line: Int, _ word: String) {
        switch word {
        case "(", "[": brackets += 1
        case ")", "]": brackets -= 1
        case "{": open()
        case "}": close(line)
        default: announce(line, word)
        }
    }

    private mutating func announce(_ line: Int, _ word: String) {
        if Self.openers.contains(word), previous != "." {
            announced = Announced(keyword: word, line: line, brackets: brackets)
        } else if Self.enders.contains(word), announced?.brackets == brackets {
            announced = nil
        }
    }

    private mutating func open() {
        // A brace inside brackets is a default value's closure and no body.
        let begins = announced.map { $0.brackets == brackets } ?? false
        braces.append(begins ? announced?.line : nil)
        if begins { announced = nil }
    }

    private mutating func close(_ line: Int) {
        // The closure of a default value ends inside the brackets of its function.
        if announced?.brackets == brackets { announced = nil }
        if let first = braces.popLast() ?? nil {
            lengths.append((first, line - first + 1))
        }
    }
}
