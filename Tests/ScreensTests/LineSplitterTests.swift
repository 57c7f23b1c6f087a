import Testing

@testable import Screens

@Suite("A script cut into lines")
struct LineSplitterTests {
    private func pieces(_ reads: [[UInt8]]) -> [LineSplitter.Piece] {
        var splitter = LineSplitter()
        var found = reads.flatMap { splitter.feed($0) }
        if let last = splitter.finish() { found.append(last) }
        return found
    }

    @Test("However the bytes are cut into reads, the lines are the same")
    func cuts() {
        let bytes = Array("\u{FEFF}one\r\n\r\nद\u{20B9}\n\nlast".utf8)
        let lines = ["one", "", "द₹", "", "last"].map { LineSplitter.Piece.line($0) }
        for cut in 0...bytes.count {
            #expect(pieces([Array(bytes[..<cut]), Array(bytes[cut...])]) == lines)
        }
    }

    @Test("4096 bytes are a line, one more is refused by its number, and the next line is read")
    func bound() {
        for ending in ["\n", "\r\n"] {
            let longest = String(repeating: "x", count: 4096)
            #expect(pieces([Array((longest + ending).utf8)]) == [.line(longest)])
            for more in [1, 2, 3, 4, 5, 100_000] {
                let text = longest + String(repeating: "x", count: more) + ending + "next"
                #expect(pieces([Array(text.utf8)]) == [.tooLong(number: 1), .line("next")])
                let bytes = Array(text.utf8).map { [$0] }
                #expect(pieces(bytes) == [.tooLong(number: 1), .line("next")])
            }
        }
    }

    @Test("Bytes that are no UTF-8 are refused by their number")
    func notText() {
        #expect(
            pieces([[0x61, 0x0A, 0xC3, 0x28, 0x0A, 0x62]])
                == [.line("a"), .notText(number: 2), .line("b")])
        #expect(pieces([[0xE0, 0xA4]]) == [.notText(number: 1)])
    }

    @Test("An empty script has no line")
    func empty() {
        #expect(pieces([]) == [])
        #expect(pieces([[0x0A]]) == [.line("")])
    }
}
