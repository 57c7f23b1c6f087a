import TerminalSupport
import Testing

@testable import Terminal

@Suite("The drawn line")
struct LinePainterTests {
    private func seen(prompt: String, _ line: EditedLine, columns: Int) -> ScreenModel {
        let painter = LinePainter(columns: columns) { Self.isSign($0) ? 0 : 1 }
        var screen = ScreenModel(columns: columns)
        screen.take(Array(painter.paint(prompt: prompt, line).utf8)[...])
        return screen
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    @Test("In every width and at every place the cursor stands in the row, before its character")
    func everyCursor() {
        let scalars = Array("कुल्फी दूध abcdefghij 0123456789".unicodeScalars)
        for columns in 4...60 {
            for cursor in 0...scalars.count {
                let line = EditedLine(scalars: scalars, cursor: cursor)
                let screen = seen(prompt: "₹5 > ", line, columns: columns)
                let after = Array(screen.halves.after.unicodeScalars)
                // Signs stand with the letter before them, wherever the cursor is.
                #expect(scalars[cursor...].drop(while: Self.isSign).starts(with: after))
                let row = (screen.halves.before + screen.halves.after).unicodeScalars
                #expect(row.count { !Self.isSign($0) } < columns)
                #expect(screen.rows.count == 1)
            }
        }
    }

    @Test("A prompt that would leave no room gives way to what is typed")
    func narrow() {
        let line = EditedLine(scalars: Array("123".unicodeScalars), cursor: 3)
        #expect(seen(prompt: "₹1,23,456.00 > ", line, columns: 16).line == "123|")
        #expect(seen(prompt: "₹1,23,456.00 > ", line, columns: 40).line == "₹1,23,456.00 > 123|")
    }

    @Test("Nothing in prompt or line can command the terminal")
    func harmless() {
        let line = EditedLine(scalars: Array("a\u{1B}[2J\u{202E}b".unicodeScalars), cursor: 7)
        let screen = seen(prompt: "\u{9B}K> ", line, columns: 80)
        #expect(screen.line == "\u{FFFD}K> a\u{FFFD}[2J\u{FFFD}b|")
    }
}
