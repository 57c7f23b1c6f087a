import GRDB

extension Schema {
    /// Migrations of the drawer's day.
    static func registerShifts(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("shifts") { database in
            try database.execute(sql: shifts)
            try database.execute(sql: reportJobs)
        }
    }

    // Where a shift begins and ends in the tables that only grow: what is between is the shift's,
    // whatever the clock says. The report is fixed when it is made, as JSON of a version.
    private static let shifts = """
        CREATE TABLE shift (
            id INTEGER PRIMARY KEY,
            till INTEGER NOT NULL CHECK (till BETWEEN 1 AND 99),
            float INTEGER NOT NULL CHECK (float >= 0),
            opened_by TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            open_cash INTEGER NOT NULL,
            after_bill INTEGER NOT NULL,
            after_correction INTEGER NOT NULL,
            after_khata INTEGER NOT NULL,
            after_cash INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            z_number INTEGER UNIQUE CHECK (z_number > 0),
            upto_bill INTEGER,
            upto_correction INTEGER,
            upto_khata INTEGER,
            upto_cash INTEGER,
            report TEXT,
            report_version INTEGER CHECK (report_version > 0),
            CHECK ((z_number IS NULL) = (upto_bill IS NULL)),
            CHECK ((z_number IS NULL) = (upto_correction IS NULL)),
            CHECK ((z_number IS NULL) = (upto_khata IS NULL)),
            CHECK ((z_number IS NULL) = (upto_cash IS NULL)),
            CHECK ((z_number IS NULL) = (report IS NULL)),
            CHECK ((z_number IS NULL) = (report_version IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX shift_open_once ON shift ((z_number IS NULL)) WHERE z_number IS NULL;
        CREATE TRIGGER shift_closed_never_update BEFORE UPDATE ON shift
        WHEN OLD.z_number IS NOT NULL
        BEGIN SELECT RAISE (ABORT, 'a closed shift never changes'); END;
        CREATE TRIGGER shift_opening_never_update
        BEFORE UPDATE OF id, till, float, opened_by, opened_at, open_cash, after_bill,
            after_correction, after_khata, after_cash, created_at ON shift
        BEGIN SELECT RAISE (ABORT, 'how a shift began never changes'); END;
        CREATE TRIGGER shift_never_delete BEFORE DELETE ON shift
        BEGIN SELECT RAISE (ABORT, 'a shift never goes'); END;
        """

    // SQLite changes a CHECK by a new table only.
    private static let reportJobs = """
        DROP TRIGGER print_job_content_never_update;
        CREATE TABLE print_job_new (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL DEFAULT 'bill' CHECK (length(kind) > 0),
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
            (id, kind, bill_id, subject, content, content_version, state, attempts, changed_at,
             is_reprint, created_at)
            SELECT id, kind, bill_id, subject, content, content_version, state, attempts,
                changed_at, is_reprint, created_at
            FROM print_job;
        DROP TABLE print_job;
        ALTER TABLE print_job_new RENAME TO print_job;
        CREATE INDEX print_job_pending ON print_job (id)
            WHERE state NOT IN ('sent', 'confirmed', 'dropped');
        """ + printJobGuard
}
