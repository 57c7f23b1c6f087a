import LineMode
import TerminalSupport
import Testing

@testable import Screens

@Suite("How rows look")
struct RowStyleTests {
    private static let tones: [Row.Tone] = [
        .line, .customer, .result, .plain, .refusal, .notice, .heading, .paper, .code,
    ]

    @Test("Colours change no word, end with their row, and only a refusal rings", arguments: tones)
    func words(tone: Row.Tone) {
        let style = RowStyle(colours: true, bell: true)
        var screen = ScreenModel(columns: 80)
        screen.take(Array(style.text(of: [Row(tone, "दूध ₹5")], newline: "\r\n").utf8)[...])
        #expect(screen.rows == ["दूध ₹5"])
        #expect(screen.bells == (tone == .refusal ? 1 : 0))
        #expect(screen.colours.isEmpty || screen.colours.last == "0")
    }

    @Test("Without colours and bell a row is its words", arguments: tones)
    func plain(tone: Row.Tone) {
        #expect(RowStyle.plain.text(of: [Row(tone, "₹5")], newline: "\n") == "₹5\n")
    }
}
