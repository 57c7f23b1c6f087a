import GRDB

extension Schema {
    /// Migrations of sales that other programs asked for.
    static func registerRequests(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("sale-requests") { try $0.execute(sql: saleRequests) }
    }

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
