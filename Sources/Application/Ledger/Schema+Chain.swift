import GRDB

extension Schema {
    /// Migrations of the chain of bills.
    static func registerChain(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("bill-chain") { database in
            try database.execute(sql: chain)
            let books = Books(database: database, plan: try ChainPlan(database))
            for bill in try Int64.fetchAll(database, sql: "SELECT id FROM bill ORDER BY id") {
                try books.chain(.bill, bill)
            }
        }
    }

    // Entries are numbered from one without a gap; `document_id` is the row of the kind's first table.
    private static let chain = """
        CREATE TABLE bill_chain (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            document_id INTEGER NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        """ + unchanging(["bill_chain"])
}
