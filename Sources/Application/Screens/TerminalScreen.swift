package import LineMode
package import Linux
import Synchronization
package import SystemPackage
package import Terminal

/// The terminal of line mode: rows above, the line being typed below.
///
/// `show` comes from any thread and never waits while a line is being typed: it leaves its rows for
/// the thread inside `run`. Before and after `run` rows are written at once.
package final class TerminalScreen: Screen {
    private struct State: ~Copyable {
        var pending = PendingRows()
        var prompt = ""
        var isTyping = false
        // After `run`: a terminal that has halted must not keep the program from its end.
        var stop: EventFlag?
    }

    private let input: FileDescriptor
    private let output: FileDescriptor
    private let direct: TextOutput
    private let style: RowStyle
    private let news: EventFlag
    private let state = Mutex(State())

    /// A raw terminal does not go to the row's start by itself.
    private static let newline = "\r\n"

    /// Uses the terminal behind both descriptors, which stay the caller's and must outlive this.
    ///
    /// Colours are used where the terminal has them and `NO_COLOR` is unset. Throws when the
    /// process is out of descriptors. Nothing of the terminal is changed before `run`.
    package init(input: FileDescriptor, output: FileDescriptor) throws(Errno) {
        self.input = input
        self.output = output
        direct = TextOutput(output)
        style = RowStyle(colours: TerminalAbility.showsColours(output), bell: true)
        news = try EventFlag()
    }

    /// Shows rows above the line being typed, which stays as it is.
    package func show(_ rows: [Row]) {
        guard !rows.isEmpty else { return }
        state.withLock { state in
            state.pending.append(rows)
            if state.isTyping { news.raise() } else { writePending(&state) }
        }
    }

    /// Shows rows above the line being typed, and the prompt that belongs to them.
    package func show(_ rows: [Row], prompt: String) {
        state.withLock { state in
            let isNews = !rows.isEmpty || state.prompt != prompt
            state.prompt = prompt
            if !rows.isEmpty { state.pending.append(rows) }
            guard isNews else { return }
            if state.isTyping { news.raise() } else { writePending(&state) }
        }
    }

    /// Lets lines be typed on the calling thread, which it blocks, and hands each to `deliver`.
    ///
    /// `typing` is told what stands in the line, each time that changes.
    ///
    /// Returns when `stop` is raised, Ctrl-D is typed on an empty line or the terminal is gone;
    /// its settings are restored by then, and rows still waiting are written.
    /// When it throws, nothing was changed and nothing is read.
    package func run(
        each deliver: (String) -> Void, typing: @escaping (String) -> Void = { _ in },
        until stop: EventFlag
    ) throws(TerminalError) -> InputEnd {
        state.withLock { $0.isTyping = true }
        defer {
            state.withLock { state in
                state.isTyping = false
                state.stop = stop
                writePending(&state)
            }
        }
        return try type(each: deliver, typing: typing, until: stop)
    }

    /// A function of its own, so that the editor has put the settings back before `run` goes on.
    private func type(
        each deliver: (String) -> Void, typing: @escaping (String) -> Void, until stop: EventFlag
    ) throws(TerminalError) -> InputEnd {
        let editor = try LineEditor(
            input: input, output: output, news: news, stop: stop, typing: typing,
            takeNews: takeNews)
        while true {
            switch editor.nextLine() {
            case .line(let text) where text.utf8.count > LineLimit.bytes:
                show([LineLimit.tooLong("The line")])
            case .line(let text):
                deliver(text)
            case .end(let end):
                return end
            }
        }
    }

    private func takeNews() -> LineEditor.News {
        state.withLock { state in
            LineEditor.News(
                rows: style.text(of: state.pending.take(), newline: Self.newline),
                prompt: state.prompt, isSecret: state.prompt == Wording.pinPrompt)
        }
    }

    private func writePending(_ state: inout State) {
        let rows = state.pending.take()
        guard !rows.isEmpty else { return }
        // A terminal that is gone has nobody to tell.
        direct.write(style.text(of: rows, newline: Self.newline), until: state.stop)
    }
}
