/// One row of what the till shows: its text and what kind of thing it says.
package struct Row: Hashable, Sendable {
    /// What kind of thing the row says; a screen may colour it, never hide it.
    package let tone: Tone
    /// The row's text; a name of any script stands last, because terminals disagree on its width.
    package let text: String

    /// What kind of thing a row says.
    package enum Tone: Hashable, Sendable {
        /// A line of the bill.
        case line
        /// A customer.
        case customer
        /// A sum, a change, a bill number: what a person is waiting for.
        case result
        /// An answer that is none of the others.
        case plain
        /// Something was refused; nothing changed.
        case refusal
        /// A device came, went, or needs a hand.
        case notice
        /// The head of a table.
        case heading
        /// A row of paper, drawn by the emulated printer.
        case paper
        /// A row of a code that a phone reads: black on white whatever the screen's colours are.
        case code
    }

    /// Makes a row.
    package init(_ tone: Tone, _ text: String) {
        self.tone = tone
        self.text = text
    }
}
