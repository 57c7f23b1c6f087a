import GRDB

extension Schema {
    /// Migrations of sales that other programs asked for.
    static func registerRequests(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("sale-requests") { try $0.execute(sql: saleRequests) }
        migrator.registerMigration("late-payments") { try $0.execute(sql: latePayments) }
    }

    // Money that came for an attempt that had been given up; the attempt has its amount and sale.
    private static let latePayments = """
        CREATE TABLE late_payment (
            id INTEGER PRIMARY KEY,
            attempt TEXT NOT NULL UNIQUE REFERENCES payment_attempt (tr),
            utr TEXT,
            came_at INTEGER NOT NULL,
            settled TEXT CHECK (settled IN ('taken', 'refunded')),
            settled_at INTEGER,
            CHECK ((settled IS NULL) = (settled_at IS NULL))
        ) STRICT;
        CREATE INDEX late_payment_open ON late_payment (id) WHERE settled IS NULL;
        """

    // What was asked for, so that a repeat is known: the hash of its meaning, and as JSON the fields
    // that mean nothing to us and belong to the program that sent them.
    private static let saleRequests = """
        CREATE TABLE sale_request (
            bill_id INTEGER PRIMARY KEY REFERENCES bill (id),
            meaning BLOB NOT NULL CHECK (length(meaning) = 32),
            extra TEXT
        ) STRICT;
        """ + unchanging(["sale_request"], "what was asked for never changes")
}
