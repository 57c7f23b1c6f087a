package import Billing
import GRDB
import Storage

extension Books {
    /// What a customer paid in cash on one day of the shop's.
    ///
    /// For bills, less the change, as corrected since; and towards their account. Cash that was
    /// given back for goods is not taken off: the law speaks of what is received.
    /// `except` is a bill that is being corrected and is counted by whoever asks.
    package func cashPaid(
        by customer: BillCustomer, on day: CivilDate, except bill: String? = nil
    ) throws -> Money {
        let sum = try first(
            """
            WITH today AS (
                SELECT id, change_given FROM bill
                WHERE customer_number = ?1 AND credit_note_of IS NULL
                    AND sold_at >= ?2 AND sold_at < ?2 || 'A' AND number IS NOT ?4)
            SELECT
                (SELECT coalesce(sum(p.amount), 0) FROM today b
                    JOIN payment p ON p.bill_id = b.id AND p.tender = 'cash')
                - (SELECT coalesce(sum(change_given), 0) FROM today)
                + (SELECT coalesce(sum(CASE 'cash' WHEN c.to_tender THEN c.amount
                        WHEN c.from_tender THEN -c.amount ELSE 0 END), 0)
                    FROM today b JOIN payment_correction c ON c.bill_id = b.id)
                - (SELECT coalesce(sum(amount), 0) FROM khata_entry
                    WHERE customer_id = ?3 AND kind = 'repayment' AND tender = 'cash'
                        AND entered_at >= ?2 AND entered_at < ?2 || 'A')
            """, [customer.number, day.iso, customer.id.raw, bill], { row -> Int64 in row[0] })
        return Money(minorUnits: sum ?? 0)
    }
}
