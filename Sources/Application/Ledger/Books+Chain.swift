package import Digest
import GRDB
import Storage

extension Books {
    /// Closes a document that was just written: hashes it over the document before.
    ///
    /// What is hashed is read back from the tables, so that the hash is of what is stored, not of
    /// what was meant. From here on its rows cannot change unseen; `ChainCheck` finds it.
    func chain(_ document: ChainedDocument, _ id: Int64) throws {
        let head = try chainHead()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4_096)
        try encode(document, id, after: head?.hash ?? .none, by: plan, into: &bytes)
        try run(
            "INSERT INTO bill_chain (id, kind, document_id, hash) VALUES (?, ?, ?, ?)",
            [(head?.position ?? 0) + 1, document.rawValue, id, SHA256(of: bytes).bytes])
    }

    /// The newest entry of the chain; nil before the first bill.
    package func chainHead() throws -> ChainHead? {
        try first(
            "SELECT id, hash FROM bill_chain ORDER BY id DESC LIMIT 1", [],
            { row in
                guard let hash = SHA256(stored: row[1]) else {
                    throw LedgerError.damaged(what: "the head of the chain is no hash")
                }
                return ChainHead(position: row[0], hash: hash)
            })
    }

    /// Appends what is hashed of a document: the hash before, the kind, then table by table its rows.
    ///
    /// Answers how many rows each table had.
    @discardableResult
    func encode(
        _ document: ChainedDocument, _ id: Int64, after previous: SHA256, by plan: ChainPlan,
        into bytes: inout [UInt8]
    ) throws -> [Int] {
        bytes.append(contentsOf: previous.bytes)
        bytes.append(contentsOf: document.rawValue.utf8)
        bytes.append(0)
        var counts: [Int] = []
        for (table, sql) in plan.queries(of: document) {
            // T begins a table, # a row.
            bytes.append(0x54)
            bytes.append(contentsOf: table.utf8)
            bytes.append(0)
            var count = 0
            try forEach(sql, [id]) { row in
                bytes.append(0x23)
                row.encode(into: &bytes)
                count += 1
                return true
            }
            counts.append(count)
        }
        return counts
    }
}

/// The newest entry of the chain of bills: who knows it can tell whether any bill was changed.
package struct ChainHead: Hashable, Sendable {
    /// How many documents the chain covers.
    package let position: Int64
    /// The hash over the newest document and all before it.
    package let hash: SHA256
}
