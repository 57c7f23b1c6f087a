import Testing

@Suite("Code is read without its comments and messages")
struct SwiftCodeTests {
    @Test(
        "comments and the contents of literals go, line ends stay",
        arguments: [
            ("a // b\nc", ["a ", "c"]),
            ("a /* b /* c */\n d */ e", ["a ", " e"]),
            ("a(\"b // \\\" c\") d", ["a(\") d"]),
            ("a(\"b\\(c(\"d\"))e\") f", ["a(\") f"]),
            ("a(#\"b\"c\\(d\"#) e", ["a(\") e"]),
            ("a(#\"b\\#(c(\"d\"))\"#) e", ["a(\") e"]),
            ("a(\"\"\"\n  b \"c\" \\(d(\n\"e\"))\n  \"\"\") f", ["a(", "", "", "\") f"]),
            ("#if a\n\"", ["#if a", "\""]),
        ])
    func stripped(text: String, lines: [String]) {
        #expect(SwiftCode(text).lines == lines)
    }

    @Test("words are names, and every other character by itself")
    func words() {
        #expect(
            SwiftCode.words("  try? a_1(b) as! C") == [
                "try", "?", "a_1", "(", "b", ")", "as", "!", "C",
            ])
    }

    @Test("stripping keeps the number of lines of every file of the tree")
    func lineCounts() {
        for file in SourceTree.repository.swift {
            #expect(file.code?.lines.count == file.lines.count, "\(file.path)")
        }
    }
}
