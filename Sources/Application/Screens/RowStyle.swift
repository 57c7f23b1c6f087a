import LineMode
import Terminal

/// How rows look on an output: the words alone, or with colours and the bell.
struct RowStyle: Sendable {
    /// Whether to colour rows by their tone (ECMA-48 SGR).
    let colours: Bool
    /// Whether a refusal rings the terminal's bell: a cashier looks at the goods, not the screen.
    let bell: Bool

    /// Rows as they are written to a pipe or file.
    static let plain = RowStyle(colours: false, bell: false)

    /// The rows' text, each ended by `newline`.
    ///
    /// Whatever a terminal would obey is taken out of a row before any colour is put in.
    func text(of rows: [Row], newline: String) -> String {
        rows.map { line($0) + newline }.joined()
    }

    private func line(_ row: Row) -> String {
        let text = DisplayText.harmless(row.text)
        let ring = bell && row.tone == .refusal ? "\u{7}" : ""
        guard colours, let parameters = Self.parameters(of: row.tone) else { return ring + text }
        return ring + "\u{1B}[\(parameters)m" + text + "\u{1B}[0m"
    }

    /// The SGR parameters of a tone: the sixteen colours that the Linux console has as well.
    private static func parameters(of tone: Row.Tone) -> String? {
        switch tone {
        case .line, .plain, .paper: nil
        case .customer: "36"
        case .result: "1"
        case .refusal: "1;31"
        case .notice: "33"
        case .heading: "4"
        case .code: "30;47"
        }
    }
}
