/// Which module may import which: down the house, never up, and C only through its own door.
struct ImportRules {
    let manifest: Manifest

    /// An import as it stands in a file.
    struct Import {
        let module: String
        let line: Int
    }

    /// Modules that only one part of the house needs; keeps their types out of all the others.
    static let homes: [String: Set<String>] = [
        "ArgumentParser": ["galla"],
        "GRDB": ["Ledger", "Storage"],
        "GRDBSQLite": ["Storage"],
        "TOMLKit": ["Settings"],
    ]

    /// They know devices only through the protocols of `Devices`.
    static let deviceless: Set<String> = ["Spooler", "Till"]

    static func imports(_ file: TreeFile) -> [Import] {
        (file.code?.lineWords ?? []).compactMap { line, words in
            guard let keyword = words.firstIndex(of: "import"),
                words[..<keyword].allSatisfy({ modifiers.contains($0) })
            else { return nil }
            // `import struct Module.Type` names the module second.
            let rest = words[(keyword + 1)...].drop { kinds.contains($0) }
            return rest.first.map { Import(module: $0, line: line) }
        }
    }

    private static let modifiers: Set<String> = [
        "@", "package", "public", "internal", "private", "fileprivate", "testable",
        "preconcurrency",
        "_exported", "_implementationOnly", "_spi", "(", ")",
    ]
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]

    /// Core imports nothing but Core: no Foundation, no Glibc, no clock, no I/O.
    func core(_ file: TreeFile) -> [Violation] {
        guard file.floor == "Core" else { return [] }
        return Self.imports(file).filter { floor(of: $0.module) != "Core" }.map {
            file.violation($0.line, "Core imports \($0.module); Core is the standard library only")
        }
    }

    /// Platform knows nothing of Application, and nobody imports the program.
    func upwards(_ file: TreeFile) -> [Violation] {
        guard let floor = file.floor else { return [] }
        return Self.imports(file).filter {
            $0.module == "galla"
                || floor == "Platform" && self.floor(of: $0.module) == "Application"
        }.map { file.violation($0.line, "\(floor) imports \($0.module), which is above it") }
    }

    /// A C library is imported by its one handle module, which is on the Platform floor.
    func doors(_ files: [TreeFile]) -> [Violation] {
        var owners: [String: String] = [:]
        var violations: [Violation] = []
        for file in files {
            guard let module = file.module else { continue }
            for one in Self.imports(file) where isDoor(one.module) {
                let owner = owners[one.module, default: module]
                owners[one.module] = owner
                if file.floor != "Platform" {
                    violations.append(
                        file.violation(one.line, "only Platform imports the door \(one.module)"))
                } else if owner != module {
                    violations.append(
                        file.violation(one.line, "\(one.module) is \(owner)'s door already"))
                }
            }
        }
        return violations
    }

    /// The till and the spooler import no module that knows USB, input devices or a C library.
    func devices(_ file: TreeFile) -> [Violation] {
        guard let module = file.module, Self.deviceless.contains(module) else { return [] }
        return Self.imports(file).filter {
            ["USB", "Evdev", "Hotplug", "Serial"].contains($0.module) || isDoor($0.module)
        }.map { file.violation($0.line, "\(module) imports \($0.module); it has Devices for that") }
    }

    /// A package that one module wraps is imported there only.
    func homes(_ file: TreeFile) -> [Violation] {
        guard let module = file.module else { return [] }
        return Self.imports(file).filter { Self.homes[$0.module]?.contains(module) == false }.map {
            file.violation(
                $0.line, "\($0.module) is imported where it is wrapped, not in \(module)")
        }
    }

    /// A module of ours that a file imports stands among its target's dependencies: without that it
    /// builds only while something else happens to be built before.
    func declared(_ file: TreeFile) -> [Violation] {
        guard let target = manifest.home(of: file) else { return [] }
        return Self.imports(file).filter {
            manifest.entry($0.module) != nil && !target.dependencies.contains($0.module)
        }.map {
            file.violation($0.line, "\(target.name) imports \($0.module) and does not declare it")
        }
    }

    private func isDoor(_ module: String) -> Bool {
        manifest.entry(module)?.kind == "door"
    }

    private func floor(of module: String) -> String? {
        switch manifest.entry(module)?.kind {
        case "core": "Core"
        case "platform", "door": "Platform"
        case "application": "Application"
        default: nil
        }
    }
}
