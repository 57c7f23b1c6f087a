/// What stands on a kiosk's screen, in words: how it is drawn is the screen's affair.
package struct KioskPage: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// The articles of the bill, oldest first; a screen without room shows the newest.
    package let lines: [Line]
    /// What the shopper reads, from the top.
    package let rows: [Row]
    /// The text of a QR code.
    package let code: String?
    /// A sentence about what was just done.
    package let notice: String?
    /// What each key does now: the key, and what comes of it.
    package let keys: [Hint]

    /// An article on the bill.
    package struct Line: Hashable, Sendable {
        /// How many, at which price: `2 × ₹45.00`.
        package let count: String
        /// The article's name, in any script.
        package let name: String
        /// What it comes to.
        package let amount: String
    }

    /// A row, or a pair on one row.
    package struct Row: Hashable, Sendable {
        /// How it is drawn.
        package let style: Style
        /// What stands on the left.
        package let text: String
        /// What stands on the right; empty for a row of text alone.
        package let value: String

        init(_ style: Style, _ text: String, _ value: String = "") {
            self.style = style
            self.text = text
            self.value = value
        }
    }

    /// How a row is drawn.
    package enum Style: Hashable, Sendable {
        /// As text.
        case plain
        /// In large letters: a total, a number to remember.
        case large
        /// What is being typed.
        case field
    }

    /// A key and what it does now.
    package struct Hint: Hashable, Sendable {
        /// What is printed on the key.
        package let key: String
        /// What it does.
        package let text: String
    }

    init(
        title: String, lines: [Line] = [], rows: [Row] = [], code: String? = nil,
        notice: String? = nil, keys: [Hint] = []
    ) {
        self.title = title
        self.lines = lines
        self.rows = rows
        self.code = code
        self.notice = notice
        self.keys = keys
    }
}
