import Linux
import Synchronization
import SystemPackage
import Terminal
import TerminalSupport

/// A line editor at work on a pseudo terminal, on a thread of its own.
final class EditorRun {
    let terminal: PseudoTerminal
    let news: EventFlag
    let stop: EventFlag
    private let shared: Shared
    private let worker: Worker

    /// What the editor's thread and the test's share.
    private final class Shared: Sendable {
        let entries = Mutex<[LineEditor.Entry]>([])
        let shown = Mutex((rows: "", prompt: "> "))
        let changed: EventFlag

        init() throws(Errno) { changed = try EventFlag() }
    }

    init(columns: Int = 80) throws {
        terminal = try PseudoTerminal(columns: columns)
        let (news, stop, shared) = (try EventFlag(), try EventFlag(), try Shared())
        (self.news, self.stop, self.shared) = (news, stop, shared)
        let program = terminal.program
        worker = try Worker(name: "editor") {
            Self.edit(program, news: news, stop: stop, shared)
        }
        // What is typed before that is the kernel's to edit.
        guard shows("> |") else { throw Errno.timedOut }
    }

    deinit {
        stop.raise()
        worker.join()
    }

    private static func edit(
        _ program: FileDescriptor, news: EventFlag, stop: EventFlag, _ shared: Shared
    ) {
        do throws(TerminalError) {
            let editor = try LineEditor(input: program, output: program, news: news, stop: stop) {
                shared.shown.withLock { shown in
                    defer { shown.rows = "" }
                    return LineEditor.News(rows: shown.rows, prompt: shown.prompt)
                }
            }
            var entry: LineEditor.Entry
            repeat {
                entry = editor.nextLine()
                let finished = entry
                shared.entries.withLock { $0.append(finished) }
                shared.changed.raise()
            } while !entry.isEnd
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// Prints a row above the line, as another thread would.
    func show(_ row: String, prompt: String = "> ") {
        shared.shown.withLock { shown in
            shown.rows += row + "\r\n"
            shown.prompt = prompt
        }
        news.raise()
    }

    /// Waits for this many entries and gives them; fewer after thirty seconds without one.
    func entries(_ count: Int) -> [LineEditor.Entry] {
        entries { $0.count >= count }
    }

    /// Whether this entry becomes the last one.
    func lastBecomes(_ entry: LineEditor.Entry) -> Bool {
        entries { $0.last == entry }.last == entry
    }

    private func entries(until isEnough: ([LineEditor.Entry]) -> Bool) -> [LineEditor.Entry] {
        while true {
            let found = shared.entries.withLock { $0 }
            guard !isEnough(found), shared.changed.wait(milliseconds: 30_000) else {
                return found
            }
            shared.changed.lower()
        }
    }

    /// Waits until the editor's thread is over and the terminal given back.
    func finish() {
        worker.join()
    }

    /// Waits until the cursor's row looks like this, the cursor shown as "|".
    func shows(_ line: String) -> Bool {
        terminal.waits { $0.line == line }
    }
}

extension LineEditor.Entry {
    fileprivate var isEnd: Bool {
        if case .end = self { true } else { false }
    }
}
