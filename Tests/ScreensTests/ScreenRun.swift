import LineMode
import Linux
import Screens
import Synchronization
import SystemPackage
import Terminal
import TerminalSupport

/// A terminal screen at work on a pseudo terminal, its lines read on a thread of its own.
final class ScreenRun {
    let terminal: PseudoTerminal
    let screen: TerminalScreen
    let stop: EventFlag
    private let shared: Shared
    private let worker: Worker

    private final class Shared: Sendable {
        let lines = Mutex<[String]>([])
        let typed = Mutex<[String]>([])
        let end = Mutex<InputEnd?>(nil)
        let changed: EventFlag

        init() throws(Errno) { changed = try EventFlag() }
    }

    init(prompt: String = "₹0.00 > ") throws {
        terminal = try PseudoTerminal()
        let (stop, shared) = (try EventFlag(), try Shared())
        (self.stop, self.shared) = (stop, shared)
        let screen = try TerminalScreen(input: terminal.program, output: terminal.program)
        self.screen = screen
        screen.show([], prompt: prompt)
        worker = try Worker(name: "screen") {
            do throws(TerminalError) {
                let end = try screen.run(
                    each: { line in
                        shared.lines.withLock { $0.append(line) }
                        shared.changed.raise()
                    },
                    typing: { text in
                        shared.typed.withLock { $0.append(text) }
                        shared.changed.raise()
                    }, until: stop)
                shared.end.withLock { $0 = end }
            } catch {
                preconditionFailure("\(error)")
            }
        }
        guard terminal.waits(for: { $0.line == prompt + "|" }) else { throw Errno.timedOut }
    }

    deinit {
        stop.raise()
        worker.join()
    }

    /// Waits for this many lines and gives them; fewer after thirty seconds without one.
    func lines(_ count: Int) -> [String] {
        while true {
            let found = shared.lines.withLock { $0 }
            guard found.count < count, shared.changed.wait(milliseconds: 30_000) else {
                return found
            }
            shared.changed.lower()
        }
    }

    /// Waits until this stands in the line being typed, as it was told; false after thirty seconds.
    func isTold(_ text: String) -> Bool {
        while shared.typed.withLock({ $0.last }) != text {
            guard shared.changed.wait(milliseconds: 30_000) else { return false }
            shared.changed.lower()
        }
        return true
    }

    /// Waits until `run` has returned and says what it said.
    func end() -> InputEnd? {
        worker.join()
        return shared.end.withLock { $0 }
    }
}
