import Testing
import TerminalSupport

@testable import Terminal

@Suite("The drawn line")
struct LinePainterTests {
    private func seen(prompt: String, _ line: EditedLine, columns: Int) -> String {
        let painter = LinePainter(columns: columns) {
            $0.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
        var screen = ScreenModel(columns: columns)
        screen.take(Array(painter.paint(prompt: prompt, line).utf8)[...])
        return screen.line
    }

    @Test("Every cursor in every width stays in the row, next to the character it is on")
    func everyCursor() {
        let scalars = Array("कुल्फी दूध abcdefghij 0123456789".unicodeScalars)
        for columns in 4...60 {
            for cursor in 0...scalars.count {
                let line = EditedLine(scalars: scalars, cursor: cursor)
                let halves = seen(prompt: "₹5 > ", line, columns: columns)
                    .split(separator: "|", omittingEmptySubsequences: false)
                #expect(halves.count == 2)
                let tail = String(String.UnicodeScalarView(scalars[cursor...]))
                #expect(tail.unicodeScalars.starts(with: halves[1].unicodeScalars))
                let columnsUsed = halves.joined().unicodeScalars
                    .count { $0.properties.generalCategory != .nonspacingMark }
                #expect(columnsUsed < columns)
            }
        }
    }

    @Test("A prompt that would leave no room gives way to what is typed")
    func narrow() {
        let line = EditedLine(scalars: Array("123".unicodeScalars), cursor: 3)
        #expect(seen(prompt: "₹1,23,456.00 > ", line, columns: 16) == "123|")
        #expect(seen(prompt: "₹1,23,456.00 > ", line, columns: 40) == "₹1,23,456.00 > 123|")
    }

    @Test("Nothing in prompt or line can command the terminal")
    func harmless() {
        let line = EditedLine(scalars: Array("a\u{1B}[2J\u{202E}b".unicodeScalars), cursor: 7)
        #expect(seen(prompt: "\u{9B}K> ", line, columns: 80) == "\u{FFFD}K> a\u{FFFD}[2J\u{FFFD}b|")
    }
}
