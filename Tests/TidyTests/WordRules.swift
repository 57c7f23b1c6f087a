/// Words that code of the project does without.
enum WordRules {
    /// Where `unsafe` may stand: the modules that hold handles of the kernel and of C libraries.
    static let handleModules: Set<String> = [
        "Digest", "Evdev", "Framebuffer", "Hotplug", "Keymap", "Linux", "Serial", "Storage",
        "Terminal", "Typesetter", "USB",
    ]

    /// `unsafe` is written in the handle modules of Platform and nowhere else.
    static func unsafe(_ file: TreeFile) -> [Violation] {
        guard let module = file.module,
            file.floor != "Platform" || !handleModules.contains(module)
        else { return [] }
        return lines(of: file) { $0.contains("unsafe") }.map {
            file.violation($0, "`unsafe` outside the handle modules of Platform")
        }
    }

    /// Nothing is left for later in the code: an issue is the place for that.
    static func leftovers(_ file: TreeFile) -> [Violation] {
        let marks: Set = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        return file.lines.enumerated().compactMap { index, line in
            SwiftCode.words(line).first { marks.contains($0) }.map {
                file.violation(index + 1, "\($0): do it now, or write an issue")
            }
        }
    }

    /// Nothing ends the program or turns a check off.
    static func traps(_ file: TreeFile) -> [Violation] {
        let traps = [
            ("fatalError(", "an error is thrown, a mistake of ours is a precondition"),
            ("try!", "handle the error"),
            ("as!", "use `as?` and say what happens otherwise"),
            ("nonisolated(unsafe)", "share through a Mutex"),
            ("import XCTest", "tests are written with Swift Testing"),
        ]
        return (file.code?.lines ?? []).enumerated().flatMap { index, line in
            traps.filter { stands($0.0, in: line) }.map {
                file.violation(index + 1, "`\($0.0)`: \($0.1)")
            }
        }
    }

    /// `@unchecked Sendable` is a handle's affair.
    static func unchecked(_ file: TreeFile) -> [Violation] {
        guard let module = file.module, !handleModules.contains(module) else { return [] }
        return lines(of: file) { $0.contains("unchecked") }.map {
            file.violation($0, "`@unchecked` outside the handle modules of Platform")
        }
    }

    /// An error is never dropped without a word: no `try?` and no empty `catch` without its reason.
    static func lostErrors(_ file: TreeFile) -> [Violation] {
        let code = file.code?.lines ?? []
        return code.indices.compactMap { index in
            if stands("try?", in: code[index]), !isExplained(index, in: file) {
                return file.violation(index + 1, "`try?` without a comment why the error may go")
            }
            if let end = endOfEmptyCatch(index, code),
                !file.lines[index...end].contains(where: { $0.contains("// ") })
            {
                return file.violation(index + 1, "an empty `catch` without a comment why")
            }
            return nil
        }
    }

    /// A test waits for what it expects; time alone proves nothing.
    static func sleeps(_ file: TreeFile) -> [Violation] {
        let sleeps: Set = ["sleep", "usleep", "nanosleep"]
        return lines(of: file) { words in
            zip(words, words.dropFirst()).contains { sleeps.contains($0) && $1 == "(" }
        }.map { file.violation($0, "sleeps; wait for the event instead") }
    }

    /// The line that closes the `catch` of this line, where nothing stands in between.
    private static func endOfEmptyCatch(_ index: Int, _ code: [String]) -> Int? {
        guard let start = code[index].firstRange(of: "catch") else { return nil }
        let words = SwiftCode.words(String(code[index][start.lowerBound...]))
        guard words.first == "catch", let brace = words.firstIndex(of: "{") else { return nil }
        if let next = words.dropFirst(brace + 1).first { return next == "}" ? index : nil }
        let end = code[(index + 1)...].firstIndex { !$0.allSatisfy(\.isWhitespace) }
        return end.flatMap { SwiftCode.words(code[$0]).first == "}" ? $0 : nil }
    }

    /// Whether a comment stands on the line, or within the three above it.
    private static func isExplained(_ index: Int, in file: TreeFile) -> Bool {
        file.lines[max(0, index - 3)...index].contains { $0.contains("// ") }
    }

    private static func lines(of file: TreeFile, where matches: ([String]) -> Bool) -> [Int] {
        (file.code?.lineWords ?? []).filter { matches($0.words) }.map(\.line)
    }

    /// Whether the text stands in the line and is not the tail of a longer word.
    private static func stands(_ text: String, in line: String) -> Bool {
        guard let found = line.firstRange(of: text) else { return false }
        guard found.lowerBound > line.startIndex else { return true }
        let before = line[line.index(before: found.lowerBound)]
        return !before.isLetter && !before.isNumber && before != "_"
    }
}
