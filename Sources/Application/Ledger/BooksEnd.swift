import GRDB
import Storage

/// How far a shop's books go: the end of its chain, and of everything else that only grows.
package struct BooksEnd: Hashable, Sendable {
    /// The number of documents in the chain.
    package let documents: Int64
    /// The hash over all of them; nil before the first.
    package let hash: [UInt8]?
    /// The last row of each table that only grows, by what its rows are called.
    package let rows: [String: Int64]
}

extension Books {
    /// What only grows, beside the chain, and what people call it.
    private static let growing = [
        ("stock_movement", "stock movements"), ("customer", "customers"), ("product", "products"),
        ("khata_entry", "entries of accounts"), ("cash_movement", "pay-ins and pay-outs"),
        ("audit", "notes of the audit"),
    ]

    /// How far these books go.
    package func end() throws -> BooksEnd {
        var rows: [String: Int64] = [:]
        for (table, name) in Self.growing {
            rows[name] = try first("SELECT ifnull(max(id), 0) FROM \(table)", []) { $0[0] }
        }
        let last = try first("SELECT id, hash FROM bill_chain ORDER BY id DESC LIMIT 1", []) {
            row -> (Int64, [UInt8]) in (row[0], row[1])
        }
        return BooksEnd(documents: last?.0 ?? 0, hash: last?.1, rows: rows)
    }

    /// Whether the chain has been where another one ends: all of that one's bills are in these books.
    package func isContinuation(of end: BooksEnd) throws -> Bool {
        guard let hash = end.hash else { return true }
        let own = try first("SELECT hash FROM bill_chain WHERE id = ?", [end.documents]) {
            row -> [UInt8] in row[0]
        }
        return own == hash
    }

    /// The number of the newest bill; nil before the first.
    package func newestNumber() throws -> String? {
        try first("SELECT invoice_number FROM bill ORDER BY id DESC LIMIT 1", []) { $0[0] }
    }
}
