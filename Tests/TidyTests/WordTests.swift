import Testing

@Suite("Words that the project does without")
struct WordTests {
    private static let tree = SourceTree.repository

    @Test("unsafe is written in the handle modules of Platform and nowhere else")
    func unsafe() {
        let used = Self.tree.sources.filter { file in
            file.code?.lineWords.contains { $0.words.contains("unsafe") } == true
        }
        #expect(
            !used.isEmpty, "the word is in the tree, so that its absence elsewhere says something")
        expectNone(Self.tree.sources.flatMap(WordRules.unsafe))
    }

    @Test("nothing is left for later")
    func leftovers() { expectNone(Self.tree.files.flatMap(WordRules.leftovers)) }

    @Test("nothing ends the program or turns a check off")
    func traps() { expectNone(Self.tree.swift.flatMap(WordRules.traps)) }

    @Test("@unchecked is a handle's affair")
    func unchecked() { expectNone(Self.tree.sources.flatMap(WordRules.unchecked)) }

    @Test("an error is never dropped without a word")
    func lostErrors() { expectNone(Self.tree.swift.flatMap(WordRules.lostErrors)) }

    @Test("nothing sleeps where it could wait for an event")
    func sleeps() {
        // A benchmark may space its measurements.
        let files = Self.tree.swift.filter { !$0.path.hasPrefix("Benchmarks/") }
        expectNone(files.flatMap(WordRules.sleeps))
    }

    @Test(
        "a planted unsafe is reported outside the handle modules",
        arguments: [
            ("Sources/Platform/USB/A.swift", "unsafe free(pointer)", 0),
            ("Sources/Platform/Devices/A.swift", "unsafe free(pointer)", 1),
            ("Sources/Core/Billing/A.swift", "@unsafe struct A {}", 1),
            ("Sources/galla/A.swift", "unsafe exit(1)", 1),
            ("Sources/Core/USB/A.swift", "unsafe free(pointer)", 1),
            ("Sources/Core/Billing/A.swift", "// unsafe\nlet a = \"unsafe\"", 0),
        ])
    func plantedUnsafe(path: String, text: String, reported: Int) {
        #expect(WordRules.unsafe(TreeFile(path, text)).count == reported)
    }

    @Test(
        "a planted mark for later is reported in code and in comments",
        arguments: ["// TO" + "DO: more", "let a = 1  // FIX" + "ME", "# XX" + "X"])
    func plantedLeftover(text: String) {
        #expect(WordRules.leftovers(TreeFile("Tests/a.py", text)).count == 1)
    }

    @Test(
        "a planted trap is reported",
        arguments: [
            "fatalError(\"no\")", "try! a()", "a as! B", "nonisolated(unsafe) var a = 1",
            "import XCTest",
        ])
    func plantedTrap(text: String) {
        #expect(WordRules.traps(TreeFile("Tests/ATests/A.swift", text)).count == 1)
        #expect(WordRules.traps(TreeFile("Tests/ATests/A.swift", "// " + text)).isEmpty)
    }

    @Test("what only looks like a trap is none")
    func almostTrap() {
        let text = "guard try !books.isEmpty, a as? B != nil else { retry!() }"
        #expect(WordRules.traps(TreeFile("Tests/ATests/A.swift", text)).isEmpty)
    }

    @Test("a planted @unchecked is reported outside the handle modules")
    func plantedUnchecked() {
        let text = "final class A: @unchecked Sendable {}"
        #expect(WordRules.unchecked(TreeFile("Sources/Application/Till/A.swift", text)).count == 1)
        #expect(WordRules.unchecked(TreeFile("Sources/Platform/USB/A.swift", text)).isEmpty)
    }

    @Test(
        "a planted loss of an error is reported",
        arguments: [
            ("do { try a() } catch {}", 1),
            ("do {\n    try a()\n} catch let error {\n\n}", 1),
            ("do {\n    try a()\n} catch .gone {\n    // That is what we want.\n}", 0),
            ("let b = try? a()", 1),
            ("// The file may be gone: that is what we want.\nlet b = try? a()", 0),
            ("do {\n    try a()\n} catch {\n    report(error)\n}", 0),
        ])
    func plantedLoss(text: String, reported: Int) {
        #expect(WordRules.lostErrors(TreeFile("Sources/A.swift", text)).count == reported)
    }

    @Test(
        "a planted sleep is reported",
        arguments: [
            ("try await Task.sleep(for: .seconds(1))", 1), ("usleep(10)", 1),
            ("let sleep = 1\nsleepless()", 0),
        ])
    func plantedSleep(text: String, reported: Int) {
        #expect(WordRules.sleeps(TreeFile("Tests/ATests/A.swift", text)).count == reported)
    }
}
