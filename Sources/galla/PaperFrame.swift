import LineMode

/// Paper as the emulated printer draws it on a terminal.
enum PaperFrame {
    /// A receipt's rows behind a margin, so that paper is told from the till's own words.
    static func rows(_ lines: [String]) -> [Row] {
        lines.map { Row(.paper, $0.isEmpty ? "    │" : "    │ " + $0) }
    }
}
