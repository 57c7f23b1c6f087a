package import Linux
package import SystemPackage

/// The line being typed on a terminal, kept whole while rows appear above it.
///
/// Made, used and let go on one thread, which it blocks; `news` and `stop` are raised by others.
/// One at a time in a process: a second one waits until the first has gone.
/// The terminal's settings are changed while it lives and put back when it goes.
package final class LineEditor {
    /// What there is to show beside the line.
    package struct News: Sendable {
        /// Rows to print above the line, each ended by "\r\n"; empty for none.
        package let rows: String
        /// What stands before the line from now on.
        package let prompt: String
        /// Whether nothing of what is typed behind it is shown, kept or told.
        package let isSecret: Bool

        /// Makes news; control characters in `rows` reach the terminal as they are.
        package init(rows: String, prompt: String, isSecret: Bool = false) {
            self.rows = rows
            self.prompt = prompt
            self.isSecret = isSecret
        }
    }

    /// What waiting for a line came to.
    package enum Entry: Hashable, Sendable {
        /// A line was entered, here without its newline.
        case line(String)
        /// No line comes any more; one that was half typed is dropped.
        case end(InputEnd)
    }

    private let handle: EditorHandle
    private let input: FileDescriptor
    private let descriptor: FileDescriptor
    private let output: TextOutput
    private let resize = ResizeNotice()
    private let news: EventFlag
    private let stop: EventFlag
    private let takeNews: () -> News
    private let typing: (String) -> Void

    private var keystrokes = Keystrokes()
    private var prompt = ""
    private var isSecret = false
    private var painted = ""
    /// What `typing` was told last.
    private var told = ""
    private var end: InputEnd?

    /// The rest of a key's bytes comes within this time, or it was a lone Escape.
    private static let escapeMilliseconds: Int32 = 50

    /// Prepares the terminal; both descriptors stay the caller's and must outlive this.
    ///
    /// `takeNews` is asked on the editor's thread after `news` was raised, and once before a line.
    /// `typing` is told there what stands in the line each time that changes, but not that a line
    /// was entered.
    /// Nothing is changed or left open when it throws.
    package init(
        input: FileDescriptor, output: FileDescriptor, news: EventFlag, stop: EventFlag,
        typing: @escaping (String) -> Void = { _ in }, takeNews: @escaping () -> News
    ) throws(TerminalError) {
        handle = try EditorHandle.open(input: input, output: output)
        self.input = input
        descriptor = output
        self.output = TextOutput(output)
        self.news = news
        self.stop = stop
        self.typing = typing
        self.takeNews = takeNews
    }

    /// Lets a line be typed and waits for its end, printing news above it as it comes.
    ///
    /// After an end every further call answers the same end.
    package func nextLine() -> Entry {
        showNews()
        told = ""
        guard end == nil, let line = handle.readLine(from: self) else {
            let end = end ?? .ended
            self.end = end
            write(LinePainter.erased)
            return .end(end)
        }
        let wasSecret = isSecret
        leave(line)
        let text = line.text
        if !wasSecret, text.contains(where: { $0 != " " }) { handle.remember(text) }
        return .line(text)
    }

    /// The next character for libedit, or nil when there will be none: then `end` says why.
    func nextCharacter() -> Unicode.Scalar? {
        while end == nil {
            switch keystrokes.next() {
            case .key(let key):
                return Unicode.Scalar(key.rawValue)
            case .text(let scalar):
                return scalar
            case .redraw:
                painted = ""
                write(LinePainter.cleared)
            case nil:
                paint()
                tell()
                wait()
            }
        }
        return nil
    }

    // MARK: Waiting

    private func wait() {
        do throws(Errno) {
            let ready = try Readiness.wait(
                [
                    (stop.raw, .input), (news.raw, .input), (resize.raw, .input),
                    (input, .input),
                ],
                milliseconds: keystrokes.isIncomplete ? Self.escapeMilliseconds : -1)
            guard ready.contains(true) else { return keystrokes.timeIsOver() }
            if ready[0] { return end = .stopped }
            if ready[1] { showNews() }
            if ready[2] { resize.lower() }
            if ready[3] { try readInput() }
        } catch {
            end = error == .ioError ? .hungUp : .failed(error)
        }
    }

    private func tell() {
        let text = handle.line.text
        guard text != told, !isSecret else { return }
        told = text
        typing(text)
    }

    private func readInput() throws(Errno) {
        let bytes = try Readiness.read(input, atMost: 4096)
        if bytes.isEmpty { end = .hungUp } else { keystrokes.feed(bytes) }
    }

    // MARK: Drawing

    private func showNews() {
        // Lowered first: what is raised while the news is taken is taken the next time.
        news.lower()
        let fresh = takeNews()
        prompt = fresh.prompt
        isSecret = fresh.isSecret
        guard !fresh.rows.isEmpty else { return }
        write(LinePainter.erased + fresh.rows)
        painted = ""
    }

    private func paint() {
        let row = painter.paint(prompt: prompt, isSecret ? EditedLine() : handle.line)
        guard row != painted else { return }
        painted = row
        write(row)
    }

    /// Leaves the entered line on the screen, from its start, and goes to the next row.
    private func leave(_ line: EditedLine) {
        var entered = EditedLine(scalars: isSecret ? [] : line.scalars)
        if entered.scalars.last == "\n" { entered.scalars.removeLast() }
        write(painter.paint(prompt: prompt, entered) + "\r\n")
        painted = ""
    }

    private var painter: LinePainter {
        LinePainter(
            columns: TerminalAbility.columns(descriptor), width: DisplayText.columns)
    }

    private func write(_ text: String) {
        switch output.write(text, until: stop) {
        case .written: break
        case .stopped: end = end ?? .stopped
        case .gone: end = end ?? .hungUp
        }
    }
}
