import CLibEdit
import Glibc
import SystemPackage

/// libedit's line editor with its history: made, used and let go on one thread.
///
/// libedit keeps the line, the cursor and the history; what it draws goes to `/dev/null`, because
/// it leaves out combining signs (it gives them no column of their own and writes over them) and
/// has no way to take its drawing back while a line is half typed. `LinePainter` draws instead.
@safe
struct EditorHandle: ~Copyable {
    private let turn: EditorTurn
    private let locale: TypingLocale
    private let settings: SavedSettings
    private let sink: UnsafeMutablePointer<FILE>
    private let editor: OpaquePointer
    private let history: OpaquePointer

    /// How many lines can be called back.
    private static let historyLines: Int32 = 500

    /// Prepares the terminal; its settings are as they were when it throws.
    static func open(
        input: FileDescriptor, output: FileDescriptor
    ) throws(TerminalError) -> EditorHandle {
        let turn = EditorTurn()
        let locale = try TypingLocale()
        let settings = try SavedSettings(of: input)
        guard let sink = unsafe fopen("/dev/null", "r+e") else {
            throw TerminalError(.editor, Errno(rawValue: Glibc.errno))
        }
        guard
            let editor = unsafe el_init_fd(
                "galla", sink, sink, sink, input.rawValue, output.rawValue, output.rawValue)
        else {
            unsafe fclose(sink)
            throw TerminalError(.editor, .noMemory)
        }
        guard let history = unsafe history_winit() else {
            unsafe el_end(editor)
            unsafe fclose(sink)
            throw TerminalError(.editor, .noMemory)
        }
        let handle = unsafe EditorHandle(
            turn: turn, locale: locale, settings: settings, sink: sink, editor: editor,
            history: history)
        guard handle.configure() else { throw TerminalError(.editor, .noMemory) }
        return handle
    }

    private init(
        turn: consuming EditorTurn, locale: consuming TypingLocale,
        settings: consuming SavedSettings, sink: UnsafeMutablePointer<FILE>, editor: OpaquePointer,
        history: OpaquePointer
    ) {
        self.turn = turn
        self.locale = locale
        self.settings = settings
        unsafe self.sink = sink
        unsafe self.editor = editor
        unsafe self.history = history
    }

    deinit {
        unsafe el_end(editor)
        unsafe history_wend(history)
        // Nothing that anybody misses was written to it.
        _ = unsafe fclose(sink)
    }

    private borrowing func configure() -> Bool {
        var isDone = unsafe galla_edit_use_emacs_keys(editor) == 0
        isDone = unsafe galla_edit_keep_raw(editor) == 0 && isDone
        isDone = unsafe galla_history_limit(history, Self.historyLines) >= 0 && isDone
        isDone = unsafe galla_edit_use_history(editor, history) == 0 && isDone
        for key in EditKey.allCases {
            let code = String(Unicode.Scalar(key.rawValue))
            isDone = unsafe galla_edit_bind(editor, code, key.command) == 0 && isDone
        }
        return isDone
    }

    /// Edits one line with the characters that `source` gives; nil when it gives no more or when
    /// Ctrl-D was typed on an empty line.
    borrowing func readLine(from source: LineEditor) -> EditedLine? {
        let client = unsafe Unmanaged.passUnretained(source).toOpaque()
        _ = unsafe galla_edit_set_client(editor, client)
        _ = unsafe galla_edit_set_reader(editor) { editor, place in
            guard let editor = unsafe editor, let place = unsafe place,
                let client = unsafe galla_edit_client(editor)
            else { return -1 }
            let source = unsafe Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
            guard let scalar = source.nextCharacter() else { return -1 }
            unsafe place.pointee = wchar_t(truncatingIfNeeded: scalar.value)
            return 1
        }
        var count: Int32 = 0
        guard unsafe el_wgets(editor, &count) != nil else { return nil }
        return line
    }

    /// The line as it stands now.
    var line: EditedLine {
        guard let info = unsafe el_wline(editor)?.pointee, let start = unsafe info.buffer,
            let cursor = unsafe info.cursor, let end = unsafe info.lastchar
        else { return EditedLine() }
        let characters = unsafe UnsafeBufferPointer(start: start, count: end - start)
        return EditedLine(
            scalars: unsafe characters.map {
                Unicode.Scalar(UInt32(truncatingIfNeeded: $0)) ?? "\u{FFFD}"
            },
            cursor: unsafe cursor - start)
    }

    /// Keeps a line for the arrow keys, unless it is the one kept last.
    borrowing func remember(_ text: String) {
        let characters = text.unicodeScalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
        // Out of memory loses a convenience, not a line.
        _ = unsafe galla_history_enter(history, characters)
    }
}
