import GRDB

extension Schema {
    /// Migrations of who sells.
    static func registerStaff(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("staff") { try $0.execute(sql: staff) }
    }

    // Who has gone stays, because bills and the audit name them; a name is given once.
    private static let staff = """
        CREATE TABLE cashier (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) > 0),
            pin_hash TEXT NOT NULL,
            rights TEXT NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
            locked_until INTEGER NOT NULL DEFAULT 0,
            has_left INTEGER NOT NULL DEFAULT 0 CHECK (has_left IN (0, 1)),
            created_at INTEGER NOT NULL
        ) STRICT;
        """
}
