package import Billing
import GRDB
package import Printing
import Storage

extension Books {
    /// Makes the job that prints a bill, in the transaction of its sale.
    package func addPrintJob(forBill number: String, at milliseconds: Int64) throws -> PrintJob {
        try runOnOneRow(
            """
            INSERT INTO print_job (bill_id, state, attempts, changed_at, created_at)
            SELECT id, ?1, 0, ?2, ?2 FROM bill WHERE number = ?3
            """, [PrintJob.State.queued.rawValue, milliseconds, number],
            orElse: "bill \(number) is gone")
        return PrintJob(
            id: PrintJob.ID(database.lastInsertedRowID), subject: number, createdAt: milliseconds)
    }

    /// Makes a job that prints a bill once more; marked DUPLICATE from its first attempt.
    package func addReprintJob(forBill number: String, at milliseconds: Int64) throws -> PrintJob {
        let state = PrintJob.State.uncertain
        try runOnOneRow(
            """
            INSERT INTO print_job (bill_id, state, attempts, changed_at, is_reprint, created_at)
            SELECT id, ?1, 0, ?2, 1, ?2 FROM bill WHERE number = ?3
            """, [state.rawValue, milliseconds, number], orElse: "bill \(number) is gone")
        return PrintJob(
            id: PrintJob.ID(database.lastInsertedRowID), subject: number, createdAt: milliseconds,
            state: state)
    }

    /// Makes the job that prints a slip, in the transaction of what the slip tells.
    ///
    /// A copy of one that was printed before is marked DUPLICATE from its first attempt.
    package func addPrintJob(
        for slip: Slip, isCopy: Bool = false, at milliseconds: Int64
    ) throws -> PrintJob {
        let stored = try StoredSlip(slip)
        let state = isCopy ? PrintJob.State.uncertain : .queued
        try run(
            """
            INSERT INTO print_job
                (kind, subject, content, content_version, state, attempts, changed_at, created_at,
                 is_reprint)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?6, ?7)
            """,
            [
                stored.kind.rawValue, stored.subject, stored.content, StoredSlip.version,
                state.rawValue, milliseconds, isCopy,
            ])
        return PrintJob(
            id: PrintJob.ID(database.lastInsertedRowID), kind: stored.kind,
            subject: stored.subject, createdAt: milliseconds, state: state)
    }

    /// The slip that a job prints, as it was made; nil when the job prints a bill.
    package func slip(ofJob id: PrintJob.ID) throws -> Slip? {
        try first(
            "SELECT kind, content, content_version FROM print_job WHERE id = ? AND kind <> 'bill'",
            [id.raw],
            { row in
                try StoredSlip.slip(
                    kind: try Self.kind(row[0]), content: row[1], version: row[2])
            })
    }

    /// Writes how far a job has come.
    package func save(_ job: PrintJob, at milliseconds: Int64) throws {
        try runOnOneRow(
            "UPDATE print_job SET state = ?, attempts = ?, changed_at = ? WHERE id = ?",
            [job.state.rawValue, job.attempts, milliseconds, job.id.raw],
            orElse: "print job \(job.id.raw) is gone")
    }

    /// The jobs that are not done, oldest first.
    package func pendingPrintJobs() throws -> [PrintJob] {
        try all(
            """
            SELECT j.id, coalesce(b.number, j.subject), j.state, j.attempts, j.created_at, j.kind
            FROM print_job j LEFT JOIN bill b ON b.id = j.bill_id
            WHERE j.state NOT IN ('sent', 'confirmed', 'dropped') ORDER BY j.id
            """, [],
            { row in
                let state: String = row[2]
                guard let known = PrintJob.State(rawValue: state) else {
                    throw LedgerError.damaged(what: "a print job is \(state)")
                }
                return PrintJob(
                    id: PrintJob.ID(row[0]), kind: try Self.kind(row[5]), subject: row[1],
                    createdAt: row[4], state: known, attempts: row[3])
            })
    }

    private static func kind(_ stored: String) throws -> PrintJob.Kind {
        guard let known = PrintJob.Kind(rawValue: stored) else {
            throw LedgerError.damaged(what: "a print job prints a \(stored)")
        }
        return known
    }
}
