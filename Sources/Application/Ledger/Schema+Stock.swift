import GRDB

extension Schema {
    /// Migrations of what is put right about stock.
    static func registerStock(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("stock-adjustments") { try $0.execute(sql: adjustments) }
    }

    // What somebody found to be otherwise than the books say, and why. SQLite changes a CHECK by a
    // new table only.
    private static let adjustments =
        """
        CREATE TABLE stock_movement_new (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL CHECK (
                type IN ('receipt', 'sale', 'return', 'deficit', 'adjustment')),
            product_id INTEGER NOT NULL REFERENCES product (id),
            batch_id INTEGER NOT NULL REFERENCES batch (id),
            quantity INTEGER NOT NULL CHECK (quantity <> 0),
            bill_id INTEGER REFERENCES bill (id),
            created_at INTEGER NOT NULL,
            is_below_zero INTEGER CHECK (is_below_zero = 1),
            reason TEXT CHECK (length(reason) > 0),
            CHECK ((type IN ('sale', 'return')) = (bill_id IS NOT NULL)),
            CHECK (type <> 'sale' OR quantity < 0),
            CHECK (type NOT IN ('receipt', 'return') OR quantity > 0),
            CHECK (is_below_zero IS NULL OR type = 'sale'),
            CHECK ((type = 'adjustment') = (reason IS NOT NULL))
        ) STRICT;
        INSERT INTO stock_movement_new
                (id, type, product_id, batch_id, quantity, bill_id, created_at, is_below_zero)
            SELECT id, type, product_id, batch_id, quantity, bill_id, created_at, is_below_zero
            FROM stock_movement;
        DROP TABLE stock_movement;
        ALTER TABLE stock_movement_new RENAME TO stock_movement;
        """ + unchanging(["stock_movement"], "stock that moved never changes")
}
