package import Kiosk
import LineMode
import Synchronization
package import SystemPackage
import Terminal

/// A kiosk's pages as rows of text: on a terminal in place of each other, else one after the other.
package final class KioskTextDisplay: KioskDisplay {
    private let output: Mutex<TextOutput?>
    private let style: RowStyle

    /// How many articles are shown; of more the newest.
    private static let mostLines = 12

    /// Writes to `output`, which stays the caller's and must outlive this.
    ///
    /// The program must ignore SIGPIPE.
    package init(output: FileDescriptor) {
        style = RowStyle(
            colours: TerminalAbility.showsColours(output), bell: false)
        self.output = Mutex(TextOutput(output))
    }

    /// Writes the page as rows.
    package func show(_ page: KioskPage) {
        let rows = style.text(of: Self.rows(of: page), newline: "\n")
        // ECMA-48: the cursor goes home, and everything is erased.
        let text = style.colours ? "\u{1B}[H\u{1B}[2J" + rows : rows + "\n"
        output.withLock { output in
            if output?.write(text) == .gone { output = nil }
        }
    }

    /// Leaves the last page where it is.
    package func close() {}

    /// The page as rows, from the top.
    static func rows(of page: KioskPage) -> [Row] {
        let lines = page.lines.suffix(mostLines).map { line in
            Row(.line, "\(line.count)   \(line.amount)   \(line.name)")
        }
        let hidden = page.lines.count - lines.count
        let code = page.code.map { Wording.code(of: $0) } ?? []
        return [Row(.heading, page.title)]
            + (hidden > 0 ? [Row(.plain, "… \(hidden)")] : []) + lines
            + page.rows.map(row(of:)) + code
            + (page.notice.map { [Row(.refusal, $0)] } ?? [])
            + [Row(.plain, page.keys.map { "[\($0.key)] \($0.text)" }.joined(separator: "   "))]
    }

    private static func row(of row: KioskPage.Row) -> Row {
        let text =
            row.value.isEmpty && row.style != .field ? row.text : "\(row.text)   \(row.value)"
        return switch row.style {
        case .plain: Row(.plain, text)
        case .large: Row(.result, text)
        case .field: Row(.customer, text + "▁")
        }
    }
}
