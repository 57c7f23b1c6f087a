import Digest
import GRDB
import Storage

/// How far a shop's books go: the end of its chain, and of everything else that only grows.
package struct BooksEnd: Hashable, Sendable {
    /// The head of the chain; nil before the first bill.
    package let chain: ChainHead?
    /// The last row of each table that only grows, by what its rows are called.
    package let rows: [String: Int64]

    /// The number of documents in the chain.
    package var documents: Int64 { chain?.position ?? 0 }
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
        return BooksEnd(chain: try chainHead(), rows: rows)
    }

    /// Whether the chain has been where another one ends: all of that one's bills are in these books.
    package func isContinuation(of end: BooksEnd) throws -> Bool {
        guard let head = end.chain else { return true }
        let own = try first("SELECT hash FROM bill_chain WHERE id = ?", [head.position]) {
            row -> [UInt8] in row[0]
        }
        return own == head.hash.bytes
    }

    /// The number of the newest bill; nil before the first.
    package func newestNumber() throws -> String? {
        try first("SELECT invoice_number FROM bill ORDER BY id DESC LIMIT 1", []) { $0[0] }
    }
}
