import GRDB

/// The migrations of the database, in order; a released one is never edited.
enum Schema {
    /// Brings a database to the newest schema; throws and leaves it as it was on failure.
    ///
    /// `release` stops at an older one, as a database has it that an older version made.
    static func migrate(_ queue: DatabaseQueue, upTo release: String? = nil) throws {
        guard let release else { return try migrator.migrate(queue) }
        try migrator.migrate(queue, upTo: release)
    }

    /// Whether the database has migrations that this version does not know.
    static func isNewer(_ database: Database) throws -> Bool {
        try migrator.hasBeenSuperseded(database)
    }

    /// Whether the database is one of ours at all, of whatever version.
    static func isOurs(_ database: Database) throws -> Bool {
        try !migrator.appliedIdentifiers(database).isEmpty
    }

    /// Whether the database has every migration of this version.
    static func isComplete(_ database: Database) throws -> Bool {
        try migrator.hasCompletedMigrations(database)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("first-sale") { database in
            for part in [catalogue, people, bills, openBills, guards] {
                try database.execute(sql: part)
            }
        }
        migrator.registerMigration("held-bills") { try $0.execute(sql: heldBills) }
        migrator.registerMigration("reprints") { try $0.execute(sql: reprints) }
        migrator.registerMigration("picked-batches") { try $0.execute(sql: pickedBatches) }
        migrator.registerMigration("cart") { database in
            for part in cart { try database.execute(sql: part) }
        }
        migrator.registerMigration("payments") { database in
            for part in payments { try database.execute(sql: part) }
        }
        migrator.registerMigration("print-job-states") { try $0.execute(sql: printJobStates) }
        registerChain(in: &migrator)
        registerSearch(in: &migrator)
        registerPapers(in: &migrator)
        registerRequests(in: &migrator)
        registerShifts(in: &migrator)
        registerStock(in: &migrator)
        registerStaff(in: &migrator)
        return migrator
    }

    // Money is in minor units, quantities in thousandths of the product's unit.
    private static let catalogue = """
        CREATE TABLE product (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) > 0),
            unit TEXT NOT NULL,
            hsn TEXT,
            gst_rate INTEGER NOT NULL CHECK (gst_rate BETWEEN 0 AND 10000),
            category TEXT
        ) STRICT;
        CREATE TABLE product_code (
            code TEXT PRIMARY KEY,
            shown TEXT NOT NULL,
            product_id INTEGER NOT NULL REFERENCES product (id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX product_code_product ON product_code (product_id);
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            product_id INTEGER NOT NULL REFERENCES product (id),
            label TEXT NOT NULL CHECK (length(label) > 0),
            received_at TEXT NOT NULL,
            expires_on TEXT,
            quantity INTEGER NOT NULL CHECK (quantity >= 0),
            cost INTEGER NOT NULL CHECK (cost >= 0),
            price INTEGER NOT NULL CHECK (price >= 0),
            mrp INTEGER CHECK (mrp >= price),
            is_blocked INTEGER NOT NULL DEFAULT 0 CHECK (is_blocked IN (0, 1)),
            UNIQUE (product_id, label)
        ) STRICT;
        CREATE INDEX batch_first_in ON batch (product_id, received_at, id) WHERE quantity > 0;
        """

    private static let people = """
        CREATE TABLE counter (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL CHECK (value > 0)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE customer (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            phone TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL CHECK (length(name) > 0),
            email TEXT,
            address TEXT,
            is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
            created_at INTEGER NOT NULL
        ) STRICT;
        """

    private static let bills = """
        CREATE TABLE bill (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            invoice_number TEXT NOT NULL UNIQUE,
            reference TEXT NOT NULL UNIQUE,
            sold_at TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            cashier TEXT NOT NULL,
            subtotal INTEGER NOT NULL,
            total INTEGER NOT NULL,
            total_cost INTEGER NOT NULL,
            profit INTEGER NOT NULL CHECK (profit = total - total_cost),
            change_given INTEGER NOT NULL CHECK (change_given >= 0),
            payment_method TEXT NOT NULL,
            customer_id INTEGER REFERENCES customer (id),
            customer_number TEXT,
            customer_name TEXT,
            customer_phone TEXT,
            customer_email TEXT,
            CHECK ((customer_number IS NULL) = (customer_phone IS NULL)),
            CHECK ((customer_number IS NULL) = (customer_name IS NULL))
        ) STRICT;
        CREATE INDEX bill_customer_phone ON bill (customer_phone) WHERE customer_phone IS NOT NULL;
        CREATE TABLE bill_line (
            bill_id INTEGER NOT NULL REFERENCES bill (id),
            position INTEGER NOT NULL,
            product_id INTEGER NOT NULL REFERENCES product (id),
            barcode TEXT NOT NULL,
            name TEXT NOT NULL,
            unit TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            amount INTEGER NOT NULL,
            cost INTEGER NOT NULL,
            PRIMARY KEY (bill_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bill_line_batch (
            bill_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            part INTEGER NOT NULL,
            batch_id INTEGER NOT NULL REFERENCES batch (id),
            label TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            cost INTEGER NOT NULL,
            price INTEGER NOT NULL CHECK (price >= cost),
            mrp INTEGER,
            PRIMARY KEY (bill_id, position, part),
            FOREIGN KEY (bill_id, position) REFERENCES bill_line (bill_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment (
            bill_id INTEGER NOT NULL REFERENCES bill (id),
            position INTEGER NOT NULL,
            tender TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount >= 0),
            PRIMARY KEY (bill_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE stock_movement (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL CHECK (type IN ('receipt', 'sale')),
            product_id INTEGER NOT NULL REFERENCES product (id),
            batch_id INTEGER NOT NULL REFERENCES batch (id),
            quantity INTEGER NOT NULL CHECK (quantity <> 0),
            bill_id INTEGER REFERENCES bill (id),
            created_at INTEGER NOT NULL,
            CHECK ((type = 'sale') = (bill_id IS NOT NULL)),
            CHECK ((type = 'sale') = (quantity < 0))
        ) STRICT;
        CREATE TABLE print_job (
            id INTEGER PRIMARY KEY,
            bill_id INTEGER NOT NULL REFERENCES bill (id),
            state TEXT NOT NULL CHECK (
                state IN ('queued', 'sending', 'uncertain', 'sending-marked', 'sent')),
            attempts INTEGER NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX print_job_pending ON print_job (id) WHERE state <> 'sent';
        """

    private static let openBills = """
        CREATE TABLE open_bill (
            reference TEXT PRIMARY KEY,
            till INTEGER NOT NULL UNIQUE,
            customer_id INTEGER REFERENCES customer (id),
            opened_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE open_bill_line (
            reference TEXT NOT NULL REFERENCES open_bill (reference) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            product_id INTEGER NOT NULL REFERENCES product (id),
            barcode TEXT NOT NULL,
            is_price_edited INTEGER NOT NULL CHECK (is_price_edited IN (0, 1)),
            PRIMARY KEY (reference, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE open_bill_part (
            reference TEXT NOT NULL,
            position INTEGER NOT NULL,
            part INTEGER NOT NULL,
            batch_id INTEGER NOT NULL REFERENCES batch (id),
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            cost INTEGER NOT NULL,
            price INTEGER NOT NULL,
            mrp INTEGER,
            PRIMARY KEY (reference, position, part),
            FOREIGN KEY (reference, position)
                REFERENCES open_bill_line (reference, position) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """

    // Only one bill of a till is on its screen; SQLite changes a UNIQUE by a new table only. GRDB
    // migrates without foreign keys and checks them before the commit, so no line is lost.
    private static let heldBills = """
        CREATE TABLE open_bill_new (
            reference TEXT PRIMARY KEY,
            till INTEGER NOT NULL,
            customer_id INTEGER REFERENCES customer (id),
            opened_at INTEGER NOT NULL,
            held_number INTEGER CHECK (held_number > 0),
            held_since TEXT,
            CHECK ((held_number IS NULL) = (held_since IS NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO open_bill_new (reference, till, customer_id, opened_at)
            SELECT reference, till, customer_id, opened_at FROM open_bill;
        DROP TABLE open_bill;
        ALTER TABLE open_bill_new RENAME TO open_bill;
        CREATE UNIQUE INDEX open_bill_on_screen ON open_bill (till) WHERE held_number IS NULL;
        CREATE UNIQUE INDEX open_bill_held ON open_bill (till, held_number)
            WHERE held_number IS NOT NULL;
        """

    private static let pickedBatches = """
        ALTER TABLE open_bill_line ADD COLUMN is_batch_picked INTEGER NOT NULL DEFAULT 0
            CHECK (is_batch_picked IN (0, 1));
        """

    private static let reprints = """
        ALTER TABLE print_job ADD COLUMN is_reprint INTEGER NOT NULL DEFAULT 0
            CHECK (is_reprint IN (0, 1));
        """

    private static let guards = unchanging(["bill", "bill_line", "bill_line_batch", "payment"])

    /// Triggers for tables of closed bills, which never change, whoever asks.
    static func unchanging(
        _ tables: [String], _ reason: String = "a closed bill never changes"
    ) -> String {
        tables.flatMap { table in
            ["UPDATE", "DELETE"].map { verb in
                """
                CREATE TRIGGER \(table)_never_\(verb.lowercased()) BEFORE \(verb) ON \(table)
                BEGIN SELECT RAISE (ABORT, '\(reason)'); END;
                """
            }
        }
        .joined(separator: "\n")
    }
}
