/// What a declaration that other modules see says about itself.
enum DeclarationRules {
    /// The longest first sentence of a doc comment.
    static let summaryLimit = 150

    private static let visible: Set<String> = ["package", "public", "open"]
    private static let modifiers: Set<String> = [
        "borrowing", "consuming", "convenience", "dynamic", "final", "indirect", "lazy", "mutating",
        "nonisolated", "nonmutating", "override", "required", "sending", "static", "unowned",
        "weak",
    ]
    private static let keywords: Set<String> = [
        "actor", "associatedtype", "class", "enum", "func", "init", "let", "macro", "protocol",
        "struct", "subscript", "typealias", "var",
    ]

    /// What every Swift programmer knows from the standard library; so are operators.
    private static let wellKnown: Set<String> = ["description", "encode", "hash"]

    /// Every `package` or `public` declaration has a doc comment.
    static func documentation(_ file: TreeFile) -> [Violation] {
        declarations(file).filter {
            $0.name.first?.isLetter == true && !wellKnown.contains($0.name)
        }.filter { docComment(above: $0.line, in: file).isEmpty }.map {
            file.violation($0.line, "\($0.keyword) \($0.name) has no doc comment")
        }
    }

    /// A doc comment begins with one sentence of at most 150 characters.
    static func summary(_ file: TreeFile) -> [Violation] {
        declarations(file).compactMap { declaration in
            let comment = docComment(above: declaration.line, in: file)
            guard !comment.isEmpty, let fault = fault(inSummary: summary(of: comment)) else {
                return nil
            }
            return file.violation(declaration.line, "\(declaration.name): \(fault)")
        }
    }

    /// A declaration that other modules see.
    struct Declaration: Equatable {
        let line: Int
        let keyword: String
        let name: String
    }

    static func declarations(_ file: TreeFile) -> [Declaration] {
        (file.code?.lineWords ?? []).compactMap { line, words in
            var rest = afterAttributes(words[...])
            var isVisible = false
            while let word = rest.first {
                if visible.contains(word) {
                    // `package:` is a label, `package(set)` is about the setter alone.
                    if [":", "("].contains(rest.dropFirst().first) { return nil }
                    isVisible = true
                } else if !modifiers.contains(word) && !isDetail(word) {
                    break
                }
                rest = rest.dropFirst()
            }
            guard isVisible, let keyword = rest.first, keywords.contains(keyword) else {
                return nil
            }
            let isNamed = !["init", "subscript"].contains(keyword)
            let name = isNamed ? rest.dropFirst().first : keyword
            return Declaration(line: line, keyword: keyword, name: name ?? keyword)
        }
    }

    /// `private(set)` and `nonisolated(…)` bring these along.
    private static func isDetail(_ word: String) -> Bool {
        ["(", ")", "set", "private", "fileprivate", "internal"].contains(word)
    }

    private static func afterAttributes(_ words: ArraySlice<String>) -> ArraySlice<String> {
        var rest = words
        while rest.first == "@" {
            rest = rest.dropFirst(2)
            if rest.first == "(" {
                rest = rest.drop { $0 != ")" }.dropFirst()
            }
        }
        return rest
    }

    /// The lines of the doc comment above a declaration, without their `///`.
    private static func docComment(above line: Int, in file: TreeFile) -> [String] {
        var comment: [String] = []
        var index = line - 2
        while index >= 0 {
            let text = file.lines[index].drop { $0 == " " }
            if text.hasPrefix("///") {
                comment.insert(text.dropFirst(3).drop { $0 == " " }.description, at: 0)
            } else if !comment.isEmpty || !text.hasPrefix("@") {
                break
            }
            index -= 1
        }
        return comment
    }

    private static func summary(of comment: [String]) -> String {
        comment.prefix { !$0.isEmpty && !$0.hasPrefix("- ") && !$0.hasPrefix("|") }
            .joined(separator: " ")
    }

    private static func fault(inSummary summary: String) -> String? {
        if summary.isEmpty { return "the doc comment begins with no sentence" }
        if summary.count > summaryLimit {
            return "the first sentence has \(summary.count) characters, over \(summaryLimit)"
        }
        guard let last = summary.last, ".?!:".contains(last) else {
            return "the first sentence has no end"
        }
        return sentences(summary) > 1 ? "the first paragraph is more than one sentence" : nil
    }

    /// How many sentences there are: a full stop, a space and a capital letter part two of them.
    private static func sentences(_ text: String) -> Int {
        let letters = Array(text)
        return 1
            + letters.indices.dropFirst(2).count {
                letters[$0].isUppercase && letters[$0 - 1] == " " && letters[$0 - 2] == "."
            }
    }
}
