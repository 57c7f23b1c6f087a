import GRDB

extension Schema {
    /// Migrations of what finds bills and products.
    static func registerSearch(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("bill-search") { try $0.execute(sql: billIndexes) }
        migrator.registerMigration("product-names") { database in
            try database.execute(sql: productNames)
            try database.execute(sql: "DELETE FROM counter WHERE name = 'product-names'")
            let books = Books(database: database, plan: try ChainPlan(database))
            while try books.indexNames() {}
        }
        migrator.registerMigration("batches-for-sale") { try $0.execute(sql: batchesForSale) }
    }

    // All that a sale asks of a batch, so that a scan reads no page of the table itself. The amount
    // costs nothing more: SQLite writes a row of a partial index anew whenever a column of its
    // condition is set, and that was `quantity` before.
    private static let batchesForSale = """
        DROP INDEX batch_first_in;
        CREATE INDEX batch_for_sale ON batch (
            product_id, received_at, id, expires_on, is_blocked, quantity, cost, price, mrp, label)
            WHERE quantity > 0;
        """

    // The total beside the day, so that an amount is found without reading the bills.
    private static let billIndexes = """
        CREATE INDEX bill_day ON bill (sold_at, total);
        CREATE INDEX IF NOT EXISTS bill_customer_number ON bill (customer_number)
            WHERE customer_number IS NOT NULL;
        """

    // The names of products by their letters in threes; each begins with a mark (U+0001, which no
    // name holds), so that the beginning of a name is found too. New products wait for
    // `Books.indexNames`. Whoever makes the table `product` anew makes the trigger anew.
    private static let productNames = """
        CREATE VIRTUAL TABLE product_name USING fts5 (
            name, content = '', tokenize = 'trigram', detail = none, columnsize = 0);
        CREATE TRIGGER product_name_changes AFTER UPDATE OF name ON product
        WHEN old.name <> new.name
            AND old.id <= (SELECT value FROM counter WHERE name = 'product-names')
        BEGIN
            INSERT INTO product_name (product_name, rowid, name)
                VALUES ('delete', old.id, char(1) || old.name);
            INSERT INTO product_name (rowid, name) VALUES (new.id, char(1) || new.name);
        END;
        """
}
