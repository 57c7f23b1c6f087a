import LineMode
import Linux
import Screens
import SystemPackage
import Terminal
import Till

/// Where a till is seen and typed at: the process's terminal, or a script and its output.
struct Surface {
    let screen: any Screen
    private let terminal: TerminalScreen?

    /// Uses stdin and stdout: both a terminal, or else as a script.
    init() throws(Errno) {
        if TerminalAbility.canEdit(input: .standardInput, output: .standardOutput) {
            let terminal = try TerminalScreen(input: .standardInput, output: .standardOutput)
            self.terminal = terminal
            screen = terminal
        } else {
            terminal = nil
            screen = StreamScreen(output: .standardOutput)
        }
    }

    /// Uses no terminal: what a technician has to know is said on stderr, pages are shown elsewhere.
    init(withoutTerminal: Void) {
        terminal = nil
        screen = JournalScreen()
    }

    /// Posts each line that is typed or read until the input ends or `stop` is raised.
    func readLines(into inbox: Inbox, until stop: EventFlag) {
        guard let terminal else {
            return readScript(until: stop) { inbox.post(.line($0)) }
        }
        // The till is told of a phone number only, not of every key.
        var phone: String?
        let typing: (String) -> Void = { text in
            let fresh = Command.halfTypedPhone(text)
            guard fresh != phone else { return }
            phone = fresh
            inbox.post(.typing(phone: fresh))
        }
        let deliver: (String) -> Void = { text in
            phone = nil
            inbox.post(.line(text))
        }
        do throws(TerminalError) {
            _ = try terminal.run(each: deliver, typing: typing, until: stop)
        } catch {
            StandardError.say("galla: \(error)")
        }
    }

    /// Hands each line of standard input over until it ends or `stop` is raised.
    func readScript(until stop: EventFlag, each deliver: (String) -> Void) {
        _ = ScriptLines(input: .standardInput).run(showing: screen, each: deliver, until: stop)
    }
}

/// The journal as a screen: notices, and paper that is drawn; nothing of the shoppers' own.
private struct JournalScreen: Screen {
    func show(_ rows: [Row]) {
        for row in rows {
            switch row.tone {
            case .notice, .paper: StandardError.say(row.text)
            case .line, .customer, .result, .plain, .refusal, .heading, .code: break
            }
        }
    }

    func show(_ rows: [Row], prompt: String) { show(rows) }
}
