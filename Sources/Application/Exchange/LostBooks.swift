import Ledger

/// What is in a shop's books now and not in the backup that would take their place.
package enum LostBooks: Hashable, Sendable, CustomStringConvertible {
    /// Bills and corrections that came after the backup, the newest bill's number among them.
    case newer(documents: Int64, upTo: String?)
    /// No bill, but so many of other things that came after the backup, such as `3 customers`.
    case changes([String])
    /// The books are not those that the backup was made of.
    case others(upTo: String?)
    /// The books of now cannot be read, so nobody knows.
    case unknown(reason: String)

    /// What would go of `books` where the backup ends at `end`; nil where nothing would.
    init?(of books: Books, without end: BooksEnd) throws {
        let own = try books.end()
        let newest = try books.newestNumber()
        guard try books.isContinuation(of: end) else {
            self = .others(upTo: newest)
            return
        }
        guard own.documents == end.documents else {
            self = .newer(documents: own.documents - end.documents, upTo: newest)
            return
        }
        let more = own.rows.compactMap { name, last in
            let count = last - (end.rows[name] ?? 0)
            return count > 0 ? "\(count) \(name)" : nil
        }
        guard !more.isEmpty else { return nil }
        self = .changes(more.sorted())
    }

    package var description: String {
        switch self {
        case .newer(let documents, let number):
            (documents == 1 ? "1 document" : "\(documents) documents")
                + (number.map { ", up to \($0)," } ?? "")
                + " came after this backup and would not be in the shop any more"
        case .changes(let more):
            more.joined(separator: ", ")
                + " came after this backup and would not be in the shop any more"
        case .others(let number):
            "The shop's books are not those that this backup was made of; their bills"
                + (number.map { ", up to \($0)," } ?? "") + " would not be in the shop any more"
        case .unknown(let reason):
            "The shop's books cannot be read (\(reason)), so nobody knows what came after this backup"
        }
    }
}
