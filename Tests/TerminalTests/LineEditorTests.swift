import Glibc
import Linux
import Seeds
import Terminal
import TerminalSupport
import Testing

@Suite("A line typed on a terminal")
struct LineEditorTests {
    @Test(
        "Keys edit the line as they do in a shell",
        arguments: [
            ("abc\u{1B}[D\u{1B}[DX\r", "aXbc"),
            ("abc\u{1}X\u{5}Y\r", "XabcY"),
            ("one two\u{17}2\r", "one 2"),
            ("one two\u{15}2\r", "2"),
            ("abc\u{1B}[H\u{1B}[3~\r", "bc"),
            ("one two\u{1B}[1;5DX\r", "one Xtwo"),
            ("abc\u{1}\u{B}x\u{19}\r", "xabc"),
            ("ab\u{7F}c\u{8}d\r", "ad"),
            ("दूध\u{7F}\u{7F}ही\r", "दही"),
            ("a\tb\n", "a b"),
            ("x\u{1B}[15~\u{1B}[[Ay\u{1B}[200~z\u{0}\u{1C}\r", "xyz"),
            ("\r", ""),
        ])
    func keys(typed: String, entered: String) throws {
        let run = try EditorRun()
        run.terminal.type(typed)
        #expect(run.entries(1) == [.line(entered)])
    }

    @Test("Every character of the scripts of India and all of Latin-1 arrives as it was typed")
    func characters() throws {
        let latin = String(String.UnicodeScalarView((0xA0...0xFF).compactMap(Unicode.Scalar.init)))
        let line = latin + "₹ दूध தக்காளி আটা ગોળ ਘਿਓ 😀"
        let run = try EditorRun()
        run.terminal.type(line + "\r")
        let entries = run.entries(1)
        guard case .line(let text) = try #require(entries.first) else { return }
        #expect(Array(text.unicodeScalars) == Array(line.unicodeScalars))
    }

    @Test("A row printed at any moment leaves the half typed line and its cursor as they were")
    func rowsAbove() throws {
        let run = try EditorRun()
        run.terminal.type("phone 98\u{1B}[D\u{1B}[D")
        #expect(run.shows("> phone |98"))
        run.show("Parle-G 1 × ₹10", prompt: "₹10.00 > ")
        #expect(run.shows("₹10.00 > phone |98"))
        #expect(run.terminal.screen.rows.first == "Parle-G 1 × ₹10")
        run.show("Amul दूध 1 × ₹30", prompt: "₹10.00 > ")
        #expect(
            run.terminal.waits {
                $0.rows.contains("Amul दूध 1 × ₹30") && $0.line == "₹10.00 > phone |98"
            })
        run.terminal.type("7")
        #expect(run.shows("₹10.00 > phone 7|98"))
        run.terminal.type("\r")
        #expect(run.entries(1) == [.line("phone 798")])
    }

    @Test("Rows between every two bytes of a line lose no byte, split characters and keys included")
    func rowsBetweenBytes() throws {
        let run = try EditorRun()
        for (index, byte) in Array("दूध ₹5\u{1B}[DX".utf8).enumerated() {
            run.terminal.type([byte])
            run.show("row \(index)")
            #expect(run.terminal.waits { $0.rows.contains("row \(index)") })
        }
        run.terminal.type("\r")
        #expect(run.entries(1) == [.line("दूध ₹X5")])
    }

    @Test("Combining signs stand on the screen, with the cursor behind them")
    func combiningSigns() throws {
        let run = try EditorRun()
        run.terminal.type("find दूध कुल्फी")
        #expect(run.shows("> find दूध कुल्फी|"))
    }

    @Test("Several lines pasted at once come as several lines, in order")
    func paste() throws {
        let run = try EditorRun()
        let lines = (1...200).map { "89012345\($0)" }
        run.terminal.type(lines.joined(separator: "\n") + "\rhalf")
        #expect(run.entries(200) == lines.map { .line($0) })
        #expect(run.shows("> half|"))
    }

    @Test("Ctrl-C empties the line and does not end the program")
    func interrupt() throws {
        let run = try EditorRun()
        run.terminal.type("wrong")
        #expect(run.shows("> wrong|"))
        run.terminal.type("\u{3}")
        #expect(run.shows("> |"))
        run.terminal.type("right\r")
        #expect(run.entries(1) == [.line("right")])
    }

    @Test("Ctrl-D ends on an empty line only, and the terminal is as it was before")
    func endOfInput() throws {
        let run = try EditorRun()
        run.terminal.type("a\u{4}\r\u{4}")
        #expect(run.entries(2) == [.line("a"), .end(.ended)])
        run.finish()
        let untouched = try PseudoTerminal()
        #expect(run.terminal.modes == untouched.modes)
    }

    @Test("The stop flag ends a half typed line at once and gives the terminal back")
    func stop() throws {
        let run = try EditorRun()
        run.terminal.type("half")
        #expect(run.shows("> half|"))
        #expect(run.terminal.modes != (try PseudoTerminal()).modes)
        run.stop.raise()
        #expect(run.entries(1) == [.end(.stopped)])
        run.finish()
        #expect(run.terminal.modes == (try PseudoTerminal()).modes)
        #expect(run.shows("|"))
    }

    @Test("A window that is closed ends the input")
    func hangUp() throws {
        let run = try EditorRun()
        run.terminal.type("half")
        #expect(run.shows("> half|"))
        run.terminal.hangUp()
        #expect(run.entries(1) == [.end(.hungUp)])
    }

    @Test("Arrow keys bring back the last 500 lines, each once in a row, blank ones left out")
    func history() throws {
        let run = try EditorRun()
        run.terminal.type("one\rtwo\rtwo\r \r\u{1B}[A\u{1B}[A\r")
        #expect(run.entries(5).last == .line("one"))
        run.terminal.type("\u{1B}[A\u{1B}[A\u{1B}[B!\r")
        #expect(run.entries(6).last == .line("one!"))
    }

    @Test("A lone Escape swallows nothing of the code that follows it")
    func loneEscape() throws {
        let run = try EditorRun()
        run.terminal.type("\u{1B}")
        run.terminal.type("89012\r")
        #expect(run.entries(1) == [.line("89012")])
        run.terminal.type("a\u{1B}[")
        #expect(run.shows("> a[|"))
    }

    @Test("A line longer than the window scrolls within its row and arrives whole")
    func longLine() throws {
        let run = try EditorRun(columns: 20)
        let line = String((0..<3000).map { Character(String($0 % 10)) })
        run.terminal.type(line)
        #expect(run.terminal.waits { $0.line.hasSuffix("9|") })
        #expect(run.terminal.screen.rows.count == 1)
        run.terminal.type("\r")
        #expect(run.entries(1) == [.line(line)])
    }

    @Test("A window made narrower shows the line anew without waiting for a key")
    func resize() throws {
        let run = try EditorRun(columns: 80)
        run.terminal.type("find atta 5 kg ashirvaad")
        #expect(run.shows("> find atta 5 kg ashirvaad|"))
        run.terminal.resize(columns: 16)
        kill(getpid(), SIGWINCH)
        #expect(run.terminal.waits { $0.line.hasSuffix("rvaad|") && $0.line.count <= 16 })
    }

    @Test("Ctrl-L clears the screen and draws the line again")
    func clearScreen() throws {
        let run = try EditorRun()
        run.show("old")
        run.terminal.type("abc")
        #expect(run.shows("> abc|"))
        run.terminal.type("\u{C}")
        #expect(run.terminal.waits { $0.rows == ["> abc"] && $0.cursor == (0, 5) })
    }

    @Test(
        "Any bytes leave an editor that still takes a line",
        arguments: 1...12 as ClosedRange<UInt64>)
    func anyBytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let run = try EditorRun(columns: 10 + Int(seed))
        for round in 0..<40 {
            // Without Ctrl-D, which may rightly end the input, and Ctrl-L, which clears the rows.
            let bytes = (0..<50).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            run.terminal.type(bytes.filter { $0 != 4 && $0 != 12 })
            run.show("row \(round)")
            try #require(run.terminal.waits { $0.rows.contains("row \(round)") }, "seed \(seed)")
        }
        run.terminal.type("\u{3}\u{3}still here\r")
        #expect(run.lastBecomes(.line("still here")), "seed \(seed)")
    }
}
