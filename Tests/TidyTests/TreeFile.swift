/// A file of the repository, read once.
struct TreeFile: Sendable {
    /// From the top of the repository, with `/`.
    let path: String
    let text: String
    let isExecutable: Bool
    let lines: [String]
    /// The Swift in it; nil in any other file.
    let code: SwiftCode?

    init(_ path: String, _ text: String, isExecutable: Bool = false) {
        self.path = path
        self.text = text
        self.isExecutable = isExecutable
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = path.hasSuffix(".swift") ? SwiftCode(text) : nil
    }

    /// The folders of the path, without the file's name.
    var folders: [String] {
        path.split(separator: "/").dropLast().map(String.init)
    }

    var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// `Core`, `Platform` or `Application` for a file below one of them.
    var floor: String? {
        folders.count >= 3 && folders[0] == "Sources" ? folders[1] : nil
    }

    /// The target a file in `Sources` belongs to.
    var module: String? {
        guard folders.first == "Sources" else { return nil }
        return floor == nil ? folders.dropFirst().first : folders[2]
    }

    func violation(_ line: Int, _ what: String) -> Violation {
        Violation(path: path, line: line, what: what)
    }

    func violation(_ what: String) -> Violation {
        Violation(path: path, line: nil, what: what)
    }
}
