package import LineMode
import Synchronization
package import SystemPackage
import Terminal

/// A screen that is a pipe or a file: rows as plain lines, no prompt, no colours.
///
/// The rows of one call leave in one write. A reader that is slow holds the caller up, one that
/// has gone (broken pipe) ends the output quietly; the program must ignore SIGPIPE.
package final class StreamScreen: Screen {
    private let output: Mutex<TextOutput?>

    /// Writes to `output`, which stays the caller's and must outlive this.
    package init(output: FileDescriptor) {
        self.output = Mutex(TextOutput(output))
    }

    /// Writes each row as one line.
    package func show(_ rows: [Row]) {
        guard !rows.isEmpty else { return }
        let text = RowStyle.plain.text(of: rows, newline: "\n")
        output.withLock { output in
            if output?.write(text) == .gone { output = nil }
        }
    }

    /// Writes each row as one line; a stream has no line being typed.
    package func show(_ rows: [Row], prompt: String) { show(rows) }
}
