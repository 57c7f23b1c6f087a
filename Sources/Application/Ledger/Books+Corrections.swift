package import Billing
import GRDB
import Storage

extension Books {
    /// Appends a correction of how a bill was paid.
    package func add(
        _ correction: PaymentCorrection, toBill number: String, at milliseconds: Int64
    ) throws {
        try runOnOneRow(
            """
            INSERT INTO payment_correction
                (bill_id, from_tender, to_tender, amount, reference, cashier, corrected_at,
                 created_at)
            SELECT id, ?, ?, ?, ?, ?, ?, ? FROM bill WHERE number = ?
            """,
            [
                correction.from.rawValue, correction.to.rawValue, correction.amount.minorUnits,
                correction.reference?.string, correction.cashier, correction.at.iso, milliseconds,
                number,
            ], orElse: "bill \(number) is gone")
        try chain(.paymentCorrection, database.lastInsertedRowID)
    }

    /// What was put right about a bill's payments, in order.
    package func corrections(ofBill number: String) throws -> [PaymentCorrection] {
        try all(
            """
            SELECT c.from_tender, c.to_tender, c.amount, c.reference, c.cashier, c.corrected_at
            FROM payment_correction c JOIN bill b ON b.id = c.bill_id
            WHERE b.number = ? ORDER BY c.id
            """, [number],
            { row in
                let time: String = row[5]
                guard let at = CivilTime(iso: time) else {
                    throw LedgerError.damaged(what: "\(number) was corrected at \(time)")
                }
                return PaymentCorrection(
                    from: try Self.tender(row[0]), to: try Self.tender(row[1]),
                    amount: Money(minorUnits: row[2]),
                    reference: (row[3] as String?).map(PaymentReference.init(stored:)),
                    cashier: row[4], at: at)
            })
    }
}
