/// The targets that `Package.swift` declares.
struct Manifest {
    /// One entry of its list of targets.
    struct Entry: Equatable {
        let name: String
        /// The function or case that makes it: `core`, `door`, `executableTarget`.
        let kind: String
        let dependencies: [String]
        /// The folder it says, where it says one.
        let path: String?
        /// Whether a comment stands on the line before it.
        let hasCharter: Bool
        let line: Int

        /// Where its files are.
        var folder: String {
            switch kind {
            case "core": "Sources/Core/\(name)"
            case "platform", "door": "Sources/Platform/\(name)"
            case "application": "Sources/Application/\(name)"
            case "tests": "Tests/\(name)"
            default: path ?? "Sources/\(name)"
            }
        }
    }

    let entries: [Entry]

    init(_ file: TreeFile) {
        let opening = file.lines.firstIndex { $0.contains("    targets: [") }
        guard let opening, let code = file.code else {
            entries = []
            return
        }
        var entries: [Entry] = []
        var first = opening + 1
        var depth = 0
        for index in (opening + 1)..<code.lines.count {
            let words = SwiftCode.words(code.lines[index])
            if depth == 0 {
                if words.first == "]" { break }
                first = index
            }
            depth += words.reduce(0) { $0 + Self.step($1) }
            if depth == 0, !words.isEmpty {
                entries += Self.entry(file, first...index)
            }
        }
        self.entries = entries
    }

    func entry(_ name: String) -> Entry? {
        entries.first { $0.name == name }
    }

    /// The target that a file belongs to; nil for what is compiled into none.
    func home(of file: TreeFile) -> Entry? {
        entries.filter { file.path.hasPrefix($0.folder + "/") }
            .max { $0.folder.count < $1.folder.count }
    }

    private static func step(_ word: String) -> Int {
        switch word {
        case "(", "[", "{": 1
        case ")", "]", "}": -1
        default: 0
        }
    }

    private static func entry(_ file: TreeFile, _ range: ClosedRange<Int>) -> [Entry] {
        let text = file.lines[range].joined(separator: " ")
        let literals = text.split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        guard let name = literals.first,
            let kind = SwiftCode.words(text).first(where: { $0 != "." })
        else { return [] }
        let path = text.split(separator: "path: \"").dropFirst().first?.split(separator: "\"").first
        let before = file.lines[range.lowerBound - 1].drop { $0 == " " }
        return [
            Entry(
                name: name, kind: kind, dependencies: Array(literals.dropFirst()),
                path: path.map(String.init), hasCharter: before.hasPrefix("// "),
                line: range.lowerBound + 1)
        ]
    }
}
