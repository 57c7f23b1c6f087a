import GRDB
import Storage

/// What the chain of bills covers, as data: the kinds of documents and the tables each is made of.
package enum ChainedDocument: String, Hashable, Sendable, CaseIterable {
    /// A closed bill with its lines, the batches they came from, and its payments.
    case bill

    /// What was put right about how a bill was paid.
    case paymentCorrection = "payment-correction"

    /// A table of a document, and the column that names the document in it.
    struct Table {
        let name: String
        let key: String
    }

    /// Its tables; the first has exactly one row a document.
    var tables: [Table] {
        switch self {
        case .bill:
            [
                Table(name: "bill", key: "id"), Table(name: "bill_line", key: "bill_id"),
                Table(name: "bill_line_batch", key: "bill_id"),
                Table(name: "payment", key: "bill_id"),
            ]
        case .paymentCorrection:
            [Table(name: "payment_correction", key: "id")]
        }
    }
}

/// The queries that read a document for its hash: every column of its tables, in the order of the
/// columns' names, the rows in the order of their keys.
///
/// Made from the schema when the books are opened, so that a column of a later release is covered
/// without being named here, wherever in its table it stands.
struct ChainPlan {
    private let queries: [ChainedDocument: [(table: String, sql: String)]]

    /// Reads the schema; throws SQLite's error.
    init(_ database: Database) throws {
        var queries: [ChainedDocument: [(table: String, sql: String)]] = [:]
        for document in ChainedDocument.allCases {
            queries[document] = try document.tables.map { table in
                (table.name, try Self.query(table, in: database))
            }
        }
        self.queries = queries
    }

    func queries(of document: ChainedDocument) -> [(table: String, sql: String)] {
        queries[document] ?? []
    }

    private static func query(
        _ table: ChainedDocument.Table, in database: Database
    ) throws -> String {
        let names = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table.name])
        let keys = try String.fetchAll(
            database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
            arguments: [table.name])
        let columns = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) "
            + "WHERE \(table.key) = ? ORDER BY \(keys.joined(separator: ", "))"
    }
}
