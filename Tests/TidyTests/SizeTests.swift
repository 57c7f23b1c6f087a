import Testing

@Suite("Files and functions stay small")
struct SizeTests {
    private static let tree = SourceTree.repository

    @Test("no source over 300 lines, no other file of code over 400")
    func files() {
        let code = Self.tree.files.filter { file in
            file.code != nil || file.text.hasPrefix("#!") || file.name.hasSuffix(".py")
                || file.name.hasSuffix(".h")
        }
        #expect(code.count > 100)
        expectNone(code.flatMap(SizeRules.files))
    }

    @Test("no function over 70 lines")
    func functions() {
        #expect(Self.tree.swift.flatMap(SizeRules.functionLengths).count > 500)
        expectNone(Self.tree.swift.flatMap(SizeRules.functions))
    }

    @Test("a planted file that is one line too long is reported")
    func plantedFile() {
        func file(_ path: String, _ lines: Int) -> TreeFile {
            TreeFile(path, String(repeating: "\n", count: lines))
        }
        #expect(SizeRules.files(file("Sources/Core/Billing/A.swift", 300)).isEmpty)
        #expect(SizeRules.files(file("Sources/Core/Billing/A.swift", 301)).count == 1)
        #expect(SizeRules.files(file("Tests/BillingTests/A.swift", 400)).isEmpty)
        #expect(SizeRules.files(file("Tests/BillingTests/A.swift", 401)).count == 1)
    }

    @Test(
        "a planted function that is one line too long is reported",
        arguments: [
            "func a(_ b: Int = c { 1 })\n", "init() ", "var a: Int ", "subscript() -> Int ",
        ])
    func plantedFunction(head: String) {
        let own = head.count { $0 == "\n" }
        func file(_ lines: Int) -> TreeFile {
            let body = String(repeating: "    if b { \"}\" } // }\n", count: lines - 2 - own)
            return TreeFile("Sources/A.swift", "struct A {\n\(head){\n\(body)}\n}\n")
        }
        #expect(SizeRules.functions(file(70)).isEmpty)
        #expect(SizeRules.functions(file(71)).map(\.line) == [2])
    }

    @Test("a stored property does not swallow the type or the loop that follows it")
    func storedProperty() {
        let file = TreeFile(
            "Sources/A.swift",
            "struct A {\n    var a = 0\n    struct B {\n    }\n}\nvar c = 1\nif c {}")
        #expect(SizeRules.functionLengths(file).isEmpty)
    }

    @Test("a requirement without a body does not swallow what follows it")
    func requirement() {
        let file = TreeFile(
            "Sources/A.swift", "protocol A {\n    func a()\n    var b: Int { get }\n}\n")
        #expect(SizeRules.functionLengths(file).map(\.count) == [1])
    }
}
