extension Schema {
    /// More states of a job, when it was made, and what the till last knew of its printer.
    ///
    /// SQLite changes a CHECK by a new table only.
    static let printJobStates = """
        CREATE TABLE print_job_new (
            id INTEGER PRIMARY KEY,
            bill_id INTEGER NOT NULL REFERENCES bill (id),
            state TEXT NOT NULL CHECK (
                state IN ('queued', 'sending', 'uncertain', 'sending-marked', 'sent', 'confirmed',
                    'dropped', 'aside', 'aside-marked')),
            attempts INTEGER NOT NULL,
            changed_at INTEGER NOT NULL,
            is_reprint INTEGER NOT NULL DEFAULT 0 CHECK (is_reprint IN (0, 1)),
            created_at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO print_job_new
            (id, bill_id, state, attempts, changed_at, is_reprint, created_at)
            SELECT id, bill_id, state, attempts, changed_at, is_reprint, changed_at
            FROM print_job;
        DROP TABLE print_job;
        ALTER TABLE print_job_new RENAME TO print_job;
        CREATE INDEX print_job_pending ON print_job (id)
            WHERE state NOT IN ('sent', 'confirmed', 'dropped');
        CREATE TABLE known_printer (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL,
            link TEXT NOT NULL CHECK (link IN ('unknown', 'unplugged', 'silent', 'online')),
            troubles TEXT NOT NULL,
            is_drawer_open INTEGER CHECK (is_drawer_open IN (0, 1)),
            reason TEXT,
            changed_at INTEGER NOT NULL
        ) STRICT;
        """
}
