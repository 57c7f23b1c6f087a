import Testing

/// What is typed and scanned at a till, what it has to say to that, and what its books then hold.
///
/// Written from the specification and the design, which fix what an answer says and not its every
/// letter: an answer is given by the pieces that must stand in it, in their order.
struct Transcript: Sendable, CustomTestStringConvertible {
    /// What it guards.
    let row: SpecifiedRow
    /// What is promised.
    let promise: String
    let steps: [Step]
    let books: [Entry]

    var testDescription: String { promise }

    /// One thing that happens at the till, and what has to be said to it.
    enum Step: Sendable {
        /// A line and Enter.
        case types(String, [String])
        /// A line that is refused: nothing of the bill and the books changes.
        case isRefused(String, [String])
        /// A scanner's scan.
        case scans(String, [String])
        /// A phone in a line that has no Enter yet; nothing is said before half a second is over.
        case beginsToType(phone: String)
        case waitsHalfASecond([String])
        /// The process is killed and starts again.
        case restarts([String])
        /// The last paper that was handed to the printer.
        case prints([String])
        /// A line after which the till ends.
        case ends(String)
        /// Something happens to the database behind the till's back.
        case breaks(String)
    }

    /// A question to the books, and the rows of the answer.
    struct Entry: Sendable {
        let query: String
        let rows: [[String]]
    }

    init(_ row: SpecifiedRow, _ promise: String, _ steps: [Step], books: [Entry]) {
        self.row = row
        self.promise = promise
        self.steps = steps
        self.books = books
    }

    /// The words that it types with success.
    var words: Set<String> {
        Set(
            steps.compactMap { step in
                switch step {
                case .types(let line, _), .ends(let line):
                    line.split(separator: " ").first.map { $0.lowercased() }
                default: nil
                }
            })
    }

    static let all = cart + customer + payment + documents + flow
}

/// A question to the books, and the rows of the answer.
func holds(_ query: String, _ rows: [[String]]) -> Transcript.Entry {
    Transcript.Entry(query: query, rows: rows)
}
