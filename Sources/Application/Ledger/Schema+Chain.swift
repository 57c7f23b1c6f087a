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
            let corrections = "SELECT id FROM payment_correction ORDER BY id"
            for correction in try Int64.fetchAll(database, sql: corrections) {
                try books.chain(.paymentCorrection, correction)
            }
        }
        migrator.registerMigration("clock-confirmations") { try $0.execute(sql: clock) }
    }

    // What a person was told of the clock and confirmed; kept, so that it can be looked up.
    private static let clock = """
        CREATE TABLE clock_confirmation (
            id INTEGER PRIMARY KEY,
            clock_time TEXT NOT NULL,
            clock_milliseconds INTEGER NOT NULL,
            last_bill_id INTEGER REFERENCES bill (id),
            last_bill_time TEXT,
            cashier TEXT NOT NULL,
            CHECK ((last_bill_id IS NULL) = (last_bill_time IS NULL))
        ) STRICT;
        """ + unchanging(["clock_confirmation"], "what was confirmed never changes")

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
