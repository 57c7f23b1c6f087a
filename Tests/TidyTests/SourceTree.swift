import Foundation

/// The repository as it lies on the disk, without what is built or ignored.
struct SourceTree: Sendable {
    let files: [TreeFile]

    /// The tree this test was compiled from.
    static let repository = SourceTree(root: root)

    /// `Tests/TidyTests/SourceTree.swift` is three steps below the top.
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Beginnings of names that are no part of the project: `.gitignore` leaves them out too.
    private static let ignored = [
        ".git", ".build", ".guest", ".swiftpm", "__pycache__", "Package.resolved",
    ]

    init(files: [TreeFile]) {
        self.files = files
    }

    init(root: URL) {
        files = Self.paths(in: root, prefix: "").sorted().compactMap { Self.read($0, in: root) }
    }

    var swift: [TreeFile] { files.filter { $0.code != nil } }
    var sources: [TreeFile] { swift.filter { $0.path.hasPrefix("Sources/") } }

    func file(_ path: String) -> TreeFile? {
        files.first { $0.path == path }
    }

    /// Paths of the files below a folder.
    ///
    /// One that cannot be listed is left out: the tests expect files of every floor, so that an
    /// unreadable tree fails them.
    private static func paths(in folder: URL, prefix: String) -> [String] {
        let manager = FileManager.default
        // Not listed means not there, see above.
        let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { isOurs($0) }.flatMap { name -> [String] in
            let place = folder.appending(path: name)
            // What vanishes meanwhile is neither.
            let kind = try? place.resourceValues(forKeys: [.isDirectoryKey])
            return kind?.isDirectory == true
                ? paths(in: place, prefix: prefix + name + "/") : [prefix + name]
        }
    }

    private static func isOurs(_ name: String) -> Bool {
        if name == ".gitignore" { return true }
        return !ignored.contains { name.hasPrefix($0) } && !name.hasSuffix(".pyc")
    }

    /// A file of text; nil for pictures and other bytes, about which there are no rules.
    private static func read(_ path: String, in root: URL) -> TreeFile? {
        let place = root.appending(path: path)
        // Bytes that are no UTF-8 are no text of ours.
        guard let text = try? String(contentsOf: place, encoding: .utf8) else { return nil }
        let isExecutable = FileManager.default.isExecutableFile(atPath: place.path)
        return TreeFile(path, text, isExecutable: isExecutable)
    }
}
