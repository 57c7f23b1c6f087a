package import Billing
import GRDB
import Storage

extension Books {
    /// What became of a payment that came late.
    package enum Settled: String, Hashable, Sendable {
        /// It pays a bill.
        case taken
        /// It was given back.
        case refunded
    }

    /// The attempt of this identity that was given up; nil when there is none.
    package func withdrawnAttempt(_ id: String) throws -> PaymentAttempt? {
        try first(
            "SELECT tr, amount FROM payment_attempt WHERE tr = ? AND state = 'withdrawn'", [id]
        ) { PaymentAttempt(id: $0[0], amount: Money(minorUnits: $0[1])) }
    }

    /// Keeps a payment for an attempt that was given up; nil when it was kept before.
    package func keep(
        late attempt: PaymentAttempt, utr: PaymentReference?, at milliseconds: Int64
    ) throws -> LatePayment? {
        let isKnown = try first(
            "SELECT 1 FROM late_payment WHERE attempt = ?", [attempt.id], { _ in true })
        guard isKnown == nil else { return nil }
        try run(
            "INSERT INTO late_payment (attempt, utr, came_at) VALUES (?, ?, ?)",
            [attempt.id, utr?.string, milliseconds])
        return LatePayment(number: database.lastInsertedRowID, attempt: attempt, utr: utr)
    }

    /// The payments that came late and wait to be settled, oldest first.
    package func latePayments() throws -> [LatePayment] {
        try all(
            """
            SELECT l.id, l.attempt, a.amount, l.utr
            FROM late_payment l JOIN payment_attempt a ON a.tr = l.attempt
            WHERE l.settled IS NULL ORDER BY l.id
            """, []
        ) { row in
            LatePayment(
                number: row[0],
                attempt: PaymentAttempt(id: row[1], amount: Money(minorUnits: row[2])),
                utr: (row[3] as String?).map(PaymentReference.init(stored:)))
        }
    }

    /// Notes what became of a payment that came late.
    package func settle(_ late: LatePayment, as settled: Settled, at milliseconds: Int64) throws {
        try runOnOneRow(
            "UPDATE late_payment SET settled = ?, settled_at = ? WHERE id = ? AND settled IS NULL",
            [settled.rawValue, milliseconds, late.number],
            orElse: "the late payment \(late.attempt.id) is gone")
    }

    /// A payment was taken off its bill again: where it had come late, it waits anew.
    package func unsettle(attempt: String) throws {
        try run(
            """
            UPDATE late_payment SET settled = NULL, settled_at = NULL
            WHERE attempt = ? AND settled = 'taken'
            """, [attempt])
    }
}
