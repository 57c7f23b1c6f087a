/// How long a file and a function may be.
enum SizeRules {
    static let sourceLimit = 300
    static let fileLimit = 400
    static let functionLimit = 70

    /// No source over 300 lines, no other file of code over 400.
    static func files(_ file: TreeFile) -> [Violation] {
        let limit = file.path.hasPrefix("Sources/") ? sourceLimit : fileLimit
        let count = file.lines.last?.isEmpty == true ? file.lines.count - 1 : file.lines.count
        guard count > limit else { return [] }
        return [file.violation("the file has \(count) lines, over \(limit); cut it in parts")]
    }

    /// No function over 70 lines, from its first to its last.
    static func functions(_ file: TreeFile) -> [Violation] {
        functionLengths(file).filter { $0.count > functionLimit }.map {
            file.violation($0.line, "the function has \($0.count) lines, over \(functionLimit)")
        }
    }

    static func functionLengths(_ file: TreeFile) -> [(line: Int, count: Int)] {
        var reader = FunctionReader()
        for (line, words) in file.code?.lineWords ?? [] { reader.read(line, words) }
        return reader.lengths
    }
}
