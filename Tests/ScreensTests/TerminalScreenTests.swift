import LineMode
import Linux
import Screens
import SystemPackage
import Terminal
import TerminalSupport
import Testing

@Suite("The terminal's screen")
struct TerminalScreenTests {
    @Test("Rows from another thread stand above a half typed line, in order, none missing")
    func rowsAbove() throws {
        let run = try ScreenRun()
        run.terminal.type("cash 5")
        #expect(run.terminal.waits { $0.line == "₹0.00 > cash 5|" })
        let screen = run.screen
        let till = try Worker(name: "till") {
            for number in 0..<500 {
                screen.show([Row(.line, "line \(number)"), Row(.plain, "more \(number)")])
                screen.show([], prompt: "₹\(number).00 > ")
            }
        }
        till.join()
        run.terminal.type("00")
        #expect(run.terminal.waits { $0.line == "₹499.00 > cash 500|" })
        let expected = (0..<500).flatMap { ["line \($0)", "more \($0)"] }
        #expect(run.terminal.screen.rows == expected + ["₹499.00 > cash 500"])
        run.terminal.type("\r")
        #expect(run.lines(1) == ["cash 500"])
    }

    @Test("What stands in the line is told while it is typed, and the next line from its start")
    func typing() throws {
        let run = try ScreenRun()
        run.terminal.type("phone 98765")
        #expect(run.isTold("phone 98765"))
        run.screen.show([Row(.plain, "a row")])
        run.terminal.type("\u{7F}4")
        #expect(run.isTold("phone 98764"))
        run.terminal.type("\r")
        #expect(run.lines(1) == ["phone 98764"])
        run.terminal.type("4")
        #expect(run.isTold("4"))
    }

    @Test("A new prompt alone leaves the typed line and its cursor")
    func prompt() throws {
        let run = try ScreenRun()
        run.terminal.type("12\u{1B}[D")
        #expect(run.terminal.waits { $0.line == "₹0.00 > 1|2" })
        run.screen.show([], prompt: "₹100.00 > ")
        #expect(run.terminal.waits { $0.line == "₹100.00 > 1|2" })
    }

    @Test("A refusal rings the bell, and nothing in a row commands the terminal")
    func refusal() throws {
        let run = try ScreenRun()
        run.screen.show([Row(.refusal, "Unknown barcode \u{1B}[2J\u{7}\r\n")])
        #expect(run.terminal.waits { $0.rows.count == 2 })
        #expect(
            run.terminal.screen.rows[0] == "Unknown barcode \u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}")
        #expect(run.terminal.screen.bells == 1)
    }

    @Test("A line over 4096 bytes is refused, and the next one is taken")
    func overlongLine() throws {
        let run = try ScreenRun()
        run.terminal.type(String(repeating: "9", count: 3000))
        #expect(run.terminal.waits { $0.line.hasSuffix("9|") })
        run.terminal.type(String(repeating: "9", count: 1097) + "\rtotal\r")
        #expect(run.lines(1) == ["total"])
        #expect(run.terminal.waits { $0.rows.contains { $0.contains("longer than 4096 bytes") } })
    }

    @Test("Rows shown before and after the typing are on the terminal as well")
    func beforeAndAfter() throws {
        let run = try ScreenRun()
        run.stop.raise()
        #expect(run.end() == .stopped)
        run.screen.show([Row(.notice, "Goodbye")])
        #expect(run.terminal.waits { $0.rows.last == "Goodbye" })
        let terminal = try PseudoTerminal()
        let screen = try TerminalScreen(input: terminal.program, output: terminal.program)
        screen.show([Row(.notice, "The open bill is back")])
        #expect(terminal.waits { $0.rows == ["The open bill is back"] && $0.cursor == (1, 0) })
    }

    @Test("Ctrl-D ends, a closed window ends, and rows shown then harm nobody")
    func ends() throws {
        let typed = try ScreenRun()
        typed.terminal.type("\u{4}")
        #expect(typed.end() == .ended)
        let closed = try ScreenRun()
        closed.terminal.hangUp()
        #expect(closed.end() == .hungUp)
        closed.screen.show([Row(.notice, "nobody reads this")])
    }

    @Test("A terminal that has halted holds nobody up, and the stop flag still ends it")
    func haltedTerminal() throws {
        let run = try ScreenRun()
        // Nobody reads the other side: the kernel's buffer fills and stays full.
        for number in 0..<5000 {
            run.screen.show([Row(.line, "row \(number) " + String(repeating: "x", count: 70))])
        }
        run.stop.raise()
        #expect(run.end() == .stopped)
    }

    @Test("Something that is no terminal is refused with words and left as it was")
    func noTerminal() throws {
        let file = try OpenDescriptor(path: "/dev/null", .readWrite)
        let screen = try TerminalScreen(input: file.raw, output: file.raw)
        let stop = try EventFlag()
        #expect(throws: TerminalError.self) {
            _ = try screen.run(each: { _ in }, until: stop)
        }
        #expect(!TerminalAbility.canEdit(input: file.raw, output: file.raw))
    }
}
