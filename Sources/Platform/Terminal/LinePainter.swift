/// Draws prompt and line into one row of the terminal, so that the row can be taken back any time.
///
/// A line that is too long shows the part around the cursor. The cursor is put by the terminal
/// itself (save and restore, DECSC and DECRC), which knows the width of its own letters best.
struct LinePainter {
    /// The terminal's width.
    let columns: Int
    /// How many columns a character takes.
    let width: (Unicode.Scalar) -> Int

    /// Takes the row back: the cursor is at its start, the row empty.
    static let erased = "\r\u{1B}[K"
    /// Takes back everything that is on the screen.
    static let cleared = "\u{1B}[H\u{1B}[2J"

    /// A narrow window shows the line alone when the prompt would leave less room than this.
    private static let leastRoom = 8

    /// What to write to draw the row anew, from wherever in it the cursor is.
    func paint(prompt: String, _ line: EditedLine) -> String {
        var prompt = DisplayText.harmless(prompt)
        // The last column stays free: writing it would leave the cursor between two rows.
        var room = columns - 1 - prompt.unicodeScalars.reduce(0) { $0 + width($1) }
        if room < Self.leastRoom {
            prompt = ""
            room = max(1, columns - 1)
        }
        let shown = visiblePart(of: line, room: room)
        let before = text(line.scalars[shown.lowerBound..<line.cursor])
        let after = text(line.scalars[line.cursor..<shown.upperBound])
        // No wrapping meanwhile: a terminal that draws wider than the table says clips instead.
        let row = "\r\u{1B}[?7l" + prompt + before
        guard !after.isEmpty else { return row + "\u{1B}[K\u{1B}[?7h" }
        return row + "\u{1B}7" + after + "\u{1B}[K\u{1B}8\u{1B}[?7h"
    }

    private func visiblePart(of line: EditedLine, room: Int) -> Range<Int> {
        let widths = line.scalars.map { width(DisplayText.harmless($0)) }
        var start = 0
        if widths[..<line.cursor].reduce(0, +) >= room {
            // Half a row before the cursor, so that typing on does not scroll at every letter.
            start = line.cursor
            var taken = 0
            while start > 0, taken + widths[start - 1] <= room / 2 {
                start -= 1
                taken += widths[start]
            }
            // A combining sign does not stand without its letter.
            while start < line.cursor, widths[start] == 0 { start += 1 }
        }
        var end = start
        var taken = 0
        while end < widths.count, taken + widths[end] <= room {
            taken += widths[end]
            end += 1
        }
        return start..<max(end, line.cursor)
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars.map(DisplayText.harmless)))
    }
}
