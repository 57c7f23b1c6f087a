/// Everything in the tree has its place: targets, their charters, scripts.
enum TreeRules {
    /// Each folder of a floor, and each of tests or benchmarks with code in it, is a target.
    ///
    /// A forgotten one would be built and tested by nobody.
    static func folders(_ tree: SourceTree, _ manifest: Manifest) -> [Violation] {
        let declared = manifest.entries.map(\.folder)
        var seen: Set<String> = []
        return tree.files.compactMap { file -> Violation? in
            guard let folder = ownFolder(of: file), seen.insert(folder).inserted else { return nil }
            let isDeclared = declared.contains { $0 == folder || $0.hasPrefix(folder + "/") }
            return isDeclared ? nil : file.violation("Package.swift has no target for \(folder)")
        }
    }

    /// Each target has a sentence above it; the doors share one, and the tests.
    static func charters(_ manifest: Manifest) -> [Violation] {
        var explained: Set<String> = []
        return manifest.entries.compactMap { entry in
            if entry.hasCharter {
                explained.insert(entry.kind)
                return nil
            }
            let isShared = ["door", "tests"].contains(entry.kind) && explained.contains(entry.kind)
            return isShared
                ? nil
                : Violation(
                    path: "Package.swift", line: entry.line,
                    what: "\(entry.name) has no comment above it that says what it is for")
        }
    }

    /// A C library's door is a dependency of one module.
    static func doors(_ manifest: Manifest) -> [Violation] {
        manifest.entries.filter { $0.kind == "door" }.compactMap { door in
            let users = manifest.entries.filter {
                $0.kind != "tests" && $0.dependencies.contains(door.name)
            }
            guard users.count != 1 else { return nil }
            let names = users.map(\.name).joined(separator: ", ")
            return Violation(
                path: "Package.swift", line: door.line,
                what: "\(door.name) is a dependency of \(users.isEmpty ? "nobody" : names)")
        }
    }

    /// What starts with `#!` can be started, what can be started says by what, and every `.sh` can.
    static func scripts(_ file: TreeFile) -> [Violation] {
        let hasShebang = file.text.hasPrefix("#!")
        if hasShebang, !file.isExecutable {
            return [file.violation("starts with #! and is not executable")]
        }
        if file.isExecutable, !hasShebang {
            return [file.violation("is executable and does not start with #!")]
        }
        if file.name.hasSuffix(".sh"), !hasShebang {
            return [file.violation("is a script and does not start with #!")]
        }
        return []
    }

    /// The folder that has to be a target for this file's sake.
    private static func ownFolder(of file: TreeFile) -> String? {
        let isBuilt =
            file.code != nil || ["c", "modulemap"].contains(file.name.split(separator: ".").last)
        guard isBuilt, file.folders.count >= 2 else { return nil }
        let depth =
            switch file.folders[0] {
            case "Sources": file.floor == nil ? 2 : 3
            case "Benchmarks", "Tests": 2
            default: 0
            }
        return depth == 0 ? nil : file.folders.prefix(depth).joined(separator: "/")
    }
}
