package import Billing
import GRDB
import Storage

extension Books {
    /// Keeps a UPI attempt, which is waited for from now on.
    package func start(
        _ attempt: PaymentAttempt, of sale: SaleReference, at milliseconds: Int64
    ) throws {
        try run(
            """
            INSERT INTO payment_attempt (tr, sale, amount, state, started_at, changed_at)
            VALUES (?, ?, ?, 'open', ?, ?)
            """, [attempt.id, sale.raw, attempt.amount.minorUnits, milliseconds, milliseconds])
    }

    /// Writes how an attempt that was waited for ended.
    package func end(
        _ attempt: PaymentAttempt, isConfirmed: Bool, utr: PaymentReference?,
        at milliseconds: Int64
    ) throws {
        try runOnOneRow(
            """
            UPDATE payment_attempt SET state = ?, utr = ?, changed_at = ?
            WHERE tr = ? AND state = 'open'
            """,
            [isConfirmed ? "confirmed" : "withdrawn", utr?.string, milliseconds, attempt.id],
            orElse: "the UPI attempt \(attempt.id) is gone")
    }

    /// Whether an attempt was confirmed before, so that a repeated confirmation is no news.
    package func isConfirmed(attempt id: String) throws -> Bool {
        try first(
            "SELECT 1 FROM payment_attempt WHERE tr = ? AND state = 'confirmed'", [id],
            { _ in true }) ?? false
    }

    func openAttempt(of sale: String) throws -> PaymentAttempt? {
        try first(
            "SELECT tr, amount FROM payment_attempt WHERE sale = ? AND state = 'open'", [sale],
            { row in PaymentAttempt(id: row[0], amount: Money(minorUnits: row[1])) })
    }

    func openPayments(of sale: String) throws -> [Payment] {
        try all(
            """
            SELECT tender, amount, reference, attempt FROM open_payment
            WHERE sale = ? ORDER BY position
            """, [sale], Self.payment(from:))
    }

    /// Writes what changed between two states of an open bill's payments.
    func saveOpenPayments(from old: [Payment], to new: [Payment], of sale: String) throws {
        guard old != new else { return }
        try run("DELETE FROM open_payment WHERE sale = ?", [sale])
        for (position, payment) in new.enumerated() {
            try run(
                """
                INSERT INTO open_payment (sale, position, tender, amount, reference, attempt)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    sale, position, payment.tender.rawValue, payment.amount.minorUnits,
                    payment.reference?.string, payment.attempt,
                ])
        }
    }

    func insert(_ payments: [Payment], ofBill bill: Int64) throws {
        for (position, payment) in payments.enumerated() {
            try run(
                """
                INSERT INTO payment (bill_id, position, tender, amount, reference, attempt)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    bill, position, payment.tender.rawValue, payment.amount.minorUnits,
                    payment.reference?.string, payment.attempt,
                ])
        }
    }

    func payments(ofBill id: Int64) throws -> [Payment] {
        try all(
            """
            SELECT tender, amount, reference, attempt FROM payment
            WHERE bill_id = ? ORDER BY position
            """, [id], Self.payment(from:))
    }

    /// A payment from four columns: tender, amount, reference, attempt.
    private static func payment(from row: StoredRow) throws -> Payment {
        Payment(
            tender: try tender(row[0]), amount: Money(minorUnits: row[1]),
            reference: (row[2] as String?).map(PaymentReference.init(stored:)), attempt: row[3])
    }

    static func tender(_ stored: String) throws -> Tender {
        guard let known = Tender(rawValue: stored) else {
            throw LedgerError.damaged(what: "something was paid by \(stored)")
        }
        return known
    }
}
