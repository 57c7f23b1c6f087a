/// What a check of the chain found first; the text says what it is, not what to do.
package enum ChainFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A bill, or its entry in the chain, is not what it was; nil when its number cannot be read.
    case changed(number: String?, position: Int64)
    /// An entry of the chain is gone.
    case entryMissing(Int64)
    /// The numbers before this one have a gap.
    case numberMissing(before: String)
    /// A table has more rows than the chain covers, or fewer.
    case stray(table: String, rows: Int)
    /// Fewer bills are there than numbers were given.
    case endMissing(series: String, given: Int64)
    /// SQLite cannot read the file any further.
    case unreadable(reason: String)

    package var description: String {
        switch self {
        case .changed(let number?, let position):
            "bill \(number) (number \(position) of the chain) is not as it was when it was closed"
        case .changed(nil, let position):
            "the bill at place \(position) of the chain is gone or cannot be recognised"
        case .entryMissing(let position): "the chain has no entry \(position)"
        case .numberMissing(let number): "the numbers before \(number) have a gap"
        case .stray(let table, let rows):
            rows > 0
                ? "\(rows) rows of \(table) belong to no closed bill"
                : "\(-rows) rows of \(table) are found by their bill and not by counting"
        case .endMissing(let series, let given):
            "\(given) numbers of \(series) were given and the last of those bills are gone"
        case .unreadable(let reason): "the file cannot be read any further (\(reason))"
        }
    }
}
