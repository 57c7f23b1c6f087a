extension Schema {
    /// Payments in parts and by other means, accounts of customers, returns, tombstones, audit.
    ///
    /// Every column that bills got here is NULL on older ones, so that nothing of them changes.
    static let payments = [tombstones, paymentColumns, returns, openPayments, khata, audits]

    // A deleted customer keeps the number, which is never given again, and nothing else. SQLite
    // takes a NOT NULL away by a new table only; GRDB checks foreign keys before the commit.
    private static let tombstones = """
        CREATE TABLE customer_new (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            phone TEXT UNIQUE,
            name TEXT NOT NULL CHECK (length(name) > 0),
            email TEXT,
            address TEXT,
            is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
            created_at INTEGER NOT NULL,
            credit_limit INTEGER CHECK (credit_limit >= 0),
            deleted_at INTEGER,
            CHECK ((phone IS NULL) = (deleted_at IS NOT NULL)),
            CHECK (deleted_at IS NULL OR (email IS NULL AND address IS NULL AND is_active = 0))
        ) STRICT;
        INSERT INTO customer_new (id, number, phone, name, email, address, is_active, created_at)
            SELECT id, number, phone, name, email, address, is_active, created_at FROM customer;
        DROP TABLE customer;
        ALTER TABLE customer_new RENAME TO customer;
        """

    private static let paymentColumns = """
        ALTER TABLE payment ADD COLUMN reference TEXT;
        ALTER TABLE payment ADD COLUMN attempt TEXT;
        CREATE UNIQUE INDEX payment_attempt_once ON payment (attempt) WHERE attempt IS NOT NULL;
        ALTER TABLE bill ADD COLUMN warning TEXT;
        CREATE INDEX bill_customer_number ON bill (customer_number)
            WHERE customer_number IS NOT NULL;
        CREATE TABLE payment_correction (
            id INTEGER PRIMARY KEY,
            bill_id INTEGER NOT NULL REFERENCES bill (id),
            from_tender TEXT NOT NULL,
            to_tender TEXT NOT NULL CHECK (to_tender <> from_tender),
            amount INTEGER NOT NULL CHECK (amount > 0),
            reference TEXT,
            cashier TEXT NOT NULL,
            corrected_at TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX payment_correction_bill ON payment_correction (bill_id);
        """

    // A credit note is a bill whose amounts are owed to the customer; each of its parts names the
    // part of the bill that it gives back.
    private static let returns = """
        ALTER TABLE bill ADD COLUMN credit_note_of TEXT REFERENCES bill (number);
        ALTER TABLE bill_line ADD COLUMN returned_line INTEGER;
        ALTER TABLE bill_line_batch ADD COLUMN returned_part INTEGER;
        CREATE INDEX bill_credit_note ON bill (credit_note_of) WHERE credit_note_of IS NOT NULL;
        CREATE TABLE open_return (
            sale TEXT NOT NULL REFERENCES open_bill (reference) ON DELETE CASCADE,
            bill_number TEXT NOT NULL REFERENCES bill (number),
            line INTEGER NOT NULL CHECK (line >= -1),
            quantity INTEGER NOT NULL,
            PRIMARY KEY (sale, line),
            CHECK (CASE line WHEN -1 THEN quantity = 0 ELSE quantity > 0 END)
        ) STRICT, WITHOUT ROWID;
        """

    private static let openPayments = """
        ALTER TABLE open_bill ADD COLUMN warning TEXT;
        CREATE TABLE open_payment (
            sale TEXT NOT NULL REFERENCES open_bill (reference) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            tender TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0),
            reference TEXT,
            attempt TEXT,
            PRIMARY KEY (sale, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment_attempt (
            tr TEXT PRIMARY KEY CHECK (length(tr) BETWEEN 1 AND 35),
            sale TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0),
            state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'withdrawn')),
            utr TEXT,
            started_at INTEGER NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX payment_attempt_open ON payment_attempt (sale) WHERE state = 'open';
        """

    // What a customer owes is the sum of the amounts; nothing is ever changed or taken out.
    private static let khata = """
        CREATE TABLE khata_entry (
            id INTEGER PRIMARY KEY,
            customer_id INTEGER NOT NULL REFERENCES customer (id),
            kind TEXT NOT NULL CHECK (
                kind IN ('sale', 'credit-note', 'repayment', 'correction')),
            amount INTEGER NOT NULL CHECK (amount <> 0),
            bill_id INTEGER REFERENCES bill (id),
            tender TEXT,
            reference TEXT,
            cashier TEXT NOT NULL,
            entered_at TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            CHECK ((kind = 'repayment') = (bill_id IS NULL)),
            CHECK ((kind = 'repayment') = (tender IS NOT NULL))
        ) STRICT;
        CREATE INDEX khata_entry_customer ON khata_entry (customer_id, id);
        """

    private static let audits =
        """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            event TEXT NOT NULL,
            subject TEXT,
            amount INTEGER,
            reason TEXT,
            cashier TEXT NOT NULL,
            happened_at TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        """ + guards(of: ["payment_correction", "khata_entry", "audit"])

    // What was appended stays as it was, whoever asks.
    private static func guards(of tables: [String]) -> String {
        tables.map { table in
            ["UPDATE", "DELETE"].map { change in
                """
                CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE (FAIL, '\(table) never changes'); END;
                """
            }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
