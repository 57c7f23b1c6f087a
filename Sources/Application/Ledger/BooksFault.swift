/// What a check of the whole shop found; the text says what it is, not what to do.
package enum BooksFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// SQLite found a table or an index of it damaged.
    case file(table: String, what: String)
    /// Rows of a table name something that is not there.
    case references(table: String, rows: Int, missing: String)
    /// The closed bills and their chain.
    case bills(ChainFault)
    /// A batch does not hold the sum of its movements; both in thousandths.
    case stock(batch: Int64, holds: Int64, moved: Int64)
    /// A customer has a number that the counter has not given yet.
    case customerNumber(highest: Int64, given: Int64)
    /// A part of the check could not be read to its end.
    case unreadable(BooksCheck.Stage, reason: String)

    package var description: String {
        switch self {
        case .file(let table, let what): "the table \(table) is damaged (\(what))"
        case .references(let table, let rows, let missing):
            "\(rows) rows of \(table) name a \(missing) that is not there"
        case .bills(let fault): "\(fault)"
        case .stock(let batch, let holds, let moved):
            "batch \(batch) holds \(Self.pieces(holds)), but its movements add up to "
                + Self.pieces(moved)
        case .customerNumber(let highest, let given):
            "customer number \(highest) is in use, but only \(given) were given"
        case .unreadable(let stage, let reason):
            "the \(stage.rawValue) could not be read to the end (\(reason))"
        }
    }

    /// Thousandths with as many decimals as are needed.
    private static func pieces(_ thousandths: Int64) -> String {
        let whole = thousandths.magnitude / 1_000
        let rest = thousandths.magnitude % 1_000
        let sign = thousandths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var decimals = String(String(rest + 1_000).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(sign)\(whole).\(decimals)"
    }
}
