import Testing

@testable import Settings

@Suite("The line of a key is found in every spelling of TOML")
struct KeyLinesTests {
    @Test(
        "a key is found on its line",
        arguments: [
            ("a = 1\nb = 2", ["b"], 2),
            ("[a]\n[b]\nc = 1", ["b", "c"], 3),
            ("[ a . b ]\nc = 1", ["a", "b", "c"], 2),
            ("a.b = 1", ["a", "b"], 1),
            ("a.b = 1", ["a"], 1),
            ("\"a.b\" = 1\n'c' = 2", ["c"], 2),
            ("\"a.b\" = 1", ["a.b"], 1),
            ("a = \"\"\nb = ''\nc = 1", ["c"], 3),
            ("a = \"x\\\"\\\\\"\nb = 1", ["b"], 2),
            ("a = 'x\\'\nb = 1", ["b"], 2),
            ("a = \"\"\"\nb = 5\n\"\"\"\nc = 1", ["c"], 4),
            ("a = \"\"\"\"\"\"\nb = 1", ["b"], 2),
            ("a = '''it's'''\nb = 1", ["b"], 2),
            ("a = [\n1, # ]\n[2]\n]\nb = 1", ["b"], 5),
            ("a = { b = 1 }\nc = 1", ["c"], 2),
            ("a = { b = 1 }", ["a", "b"], 1),
            ("# a = 1\r\n\r\na = 2\r\n", ["a"], 3),
        ])
    func line(text: String, path: [String], line: Int) {
        #expect(KeyLines(of: Array(text.utf8)).line(of: path) == line)
    }

    @Test("no cut of a file and no byte in it makes the walk run on or crash")
    func damage() {
        let text = Array("[a.'b']\nc = [\"\"\"x\\\"\"\"\", { d = 'e' }] # f\n\"g\" = 1\n".utf8)
        for length in text.indices {
            #expect(KeyLines(of: Array(text[..<length])).line(of: ["z"]) == 1)
            for byte in [0x00, 0x22, 0x27, 0x5B, 0x5D, 0x5C, 0x0A, 0xFF] as [UInt8] {
                var damaged = text
                damaged[length] = byte
                #expect(KeyLines(of: damaged).line(of: ["z"]) == 1)
            }
        }
    }
}
