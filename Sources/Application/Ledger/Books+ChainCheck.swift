import GRDB
import Storage

extension Books {
    func chainEntries(after position: Int64, limit: Int) throws -> [ChainEntry] {
        try all(
            "SELECT id, kind, document_id, hash FROM bill_chain WHERE id > ? ORDER BY id LIMIT ?",
            [position, limit],
            { row in ChainEntry(position: row[0], kind: row[1], document: row[2], hash: row[3]) })
    }

    /// The till's number of the bill that a document is or is about; nil when it is not there.
    func number(of document: ChainedDocument, _ id: Int64) throws -> String? {
        switch document {
        case .bill: try first("SELECT invoice_number FROM bill WHERE id = ?", [id]) { $0[0] }
        case .paymentCorrection:
            try first(
                """
                SELECT b.invoice_number FROM payment_correction c JOIN bill b ON b.id = c.bill_id
                WHERE c.id = ?
                """, [id], { $0[0] })
        }
    }

    /// Whether a document is found by its number, as people look for it.
    func isFound(_ document: ChainedDocument, _ number: String, as id: Int64) throws -> Bool {
        switch document {
        case .bill:
            try first("SELECT id FROM bill WHERE invoice_number = ?", [number]) { $0[0] } == id
        case .paymentCorrection:
            try first(
                """
                SELECT 1 FROM payment_correction c JOIN bill b ON b.id = c.bill_id
                WHERE b.invoice_number = ? AND c.id = ?
                """, [number, id], { _ in true }) ?? false
        }
    }

    /// How many rows a table has, counted in the table itself and in no index.
    func count(of table: String) throws -> Int {
        try first("SELECT count(*) FROM \(table) NOT INDEXED", []) { $0[0] } ?? 0
    }

    /// The last number that each series has given, by what stands before it (`BILL-2601`).
    func lastSequences() throws -> [(series: String, last: Int64)] {
        try all(
            """
            SELECT name, value FROM counter WHERE name LIKE 'bill-%' OR name LIKE 'cn-%'
            ORDER BY name
            """, [],
            { row in (Self.series(ofCounter: row[0]), row[1]) })
    }

    private static func series(ofCounter name: String) -> String {
        let words = name.split(separator: "-")
        let parts = words.dropFirst().map { part in
            part.count < 2 ? "0" + part : String(part)
        }
        return (words.first?.uppercased() ?? "") + "-" + parts.reversed().joined()
    }
}

/// One entry of the chain as it is stored.
struct ChainEntry {
    let position: Int64
    let kind: String
    let document: Int64
    let hash: [UInt8]
}
