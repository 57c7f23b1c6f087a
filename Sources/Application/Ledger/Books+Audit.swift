package import Billing
import GRDB
import Storage

/// Something that a person did and that is kept for those who ask later.
package struct AuditEntry: Hashable, Sendable {
    /// What was done, in a word (`void`).
    package let event: String
    /// What it was done to: a sale's reference, a bill's number.
    package let subject: String?
    /// The money it was about.
    package let amount: Money?
    /// Why, in the person's own words.
    package let reason: String?
    /// Who did it.
    package let cashier: String
    /// When, on the shop's clock.
    package let at: CivilTime

    /// Gathers an entry.
    package init(
        event: String, subject: String?, amount: Money?, reason: String?, cashier: String,
        at: CivilTime
    ) {
        self.event = event
        self.subject = subject
        self.amount = amount
        self.reason = reason
        self.cashier = cashier
        self.at = at
    }
}

extension Books {
    /// Appends an entry to the audit, which takes nothing back; answers the entry's number.
    @discardableResult
    package func add(_ entry: AuditEntry, at milliseconds: Int64) throws -> Int64 {
        try run(
            """
            INSERT INTO audit (event, subject, amount, reason, cashier, happened_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.event, entry.subject, entry.amount?.minorUnits, entry.reason, entry.cashier,
                entry.at.iso, milliseconds,
            ])
        return database.lastInsertedRowID
    }

    /// Whether the audit has an entry of this number.
    package func hasAuditEntry(_ number: Int64) throws -> Bool {
        try first("SELECT 1 FROM audit WHERE id = ?", [number], { _ in true }) ?? false
    }
}
