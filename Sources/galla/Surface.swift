import LineMode
import Screens
import System
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

    /// Posts each line that is typed or read until the input ends or `stop` is raised.
    func readLines(into inbox: Inbox, until stop: EventFlag) {
        guard let terminal else {
            _ = ScriptLines(input: .standardInput).run(
                showing: screen, each: { inbox.post(.line($0)) }, until: stop)
            return
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
}
