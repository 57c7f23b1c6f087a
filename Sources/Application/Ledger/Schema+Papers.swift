import GRDB

extension Schema {
    /// Migrations of what is printed beside bills, and of cash that moves without one.
    static func registerPapers(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("slips") { try $0.execute(sql: slips) }
        migrator.registerMigration("cash-movements") { try $0.execute(sql: cashMovements) }
    }

    // Cash in the drawer beside what bills, refunds and repayments moved: those are told elsewhere.
    private static let cashMovements = """
        CREATE TABLE cash_movement (
            id INTEGER PRIMARY KEY,
            till INTEGER NOT NULL CHECK (till BETWEEN 1 AND 99),
            kind TEXT NOT NULL CHECK (kind IN ('payin', 'payout')),
            amount INTEGER NOT NULL CHECK (amount > 0),
            reason TEXT NOT NULL CHECK (length(reason) > 0),
            cashier TEXT NOT NULL,
            moved_at TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        """ + unchanging(["cash_movement"], "cash that moved never changes")

    // A job prints a bill, which never changes, or a slip, whose content is in the row and never
    // changes either. SQLite takes a NOT NULL away by a new table only.
    private static let slips = """
        CREATE TABLE print_job_new (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL DEFAULT 'bill' CHECK (
                kind IN ('bill', 'held-bill', 'statement', 'repayment', 'upi-code')),
            bill_id INTEGER REFERENCES bill (id),
            subject TEXT CHECK (length(subject) > 0),
            content TEXT,
            content_version INTEGER CHECK (content_version > 0),
            state TEXT NOT NULL CHECK (
                state IN ('queued', 'sending', 'uncertain', 'sending-marked', 'sent', 'confirmed',
                    'dropped', 'aside', 'aside-marked')),
            attempts INTEGER NOT NULL,
            changed_at INTEGER NOT NULL,
            is_reprint INTEGER NOT NULL DEFAULT 0 CHECK (is_reprint IN (0, 1)),
            created_at INTEGER NOT NULL,
            CHECK ((kind = 'bill') = (bill_id IS NOT NULL)),
            CHECK ((kind = 'bill') = (subject IS NULL)),
            CHECK ((kind = 'bill') = (content IS NULL)),
            CHECK ((kind = 'bill') = (content_version IS NULL))
        ) STRICT;
        INSERT INTO print_job_new
            (id, bill_id, state, attempts, changed_at, is_reprint, created_at)
            SELECT id, bill_id, state, attempts, changed_at, is_reprint, created_at
            FROM print_job;
        DROP TABLE print_job;
        ALTER TABLE print_job_new RENAME TO print_job;
        CREATE INDEX print_job_pending ON print_job (id)
            WHERE state NOT IN ('sent', 'confirmed', 'dropped');
        """ + printJobGuard

    /// What a job prints never changes; dropped with the table that it guards.
    static let printJobGuard = """
        CREATE TRIGGER print_job_content_never_update
        BEFORE UPDATE OF kind, bill_id, subject, content, content_version, created_at ON print_job
        BEGIN SELECT RAISE (ABORT, 'what a job prints never changes'); END;
        """
}
