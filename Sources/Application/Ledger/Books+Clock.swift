package import Billing
import GRDB
import Storage

extension Books {
    /// What is doubtful about the clock at a moment, if nobody has said that it is right.
    ///
    /// What a person said holds for a day, and for the last bill of that moment: a clock that goes
    /// back behind a later bill is doubted again.
    package func clockDoubt(at now: ClockReading, by rule: ClockRule) throws -> ClockDoubt? {
        let last = try lastReading()
        guard let doubt = rule.doubt(at: now, lastBill: last?.reading) else { return nil }
        let confirmed = try first(
            """
            SELECT clock_time, clock_milliseconds, last_bill_id FROM clock_confirmation
            ORDER BY id DESC LIMIT 1
            """, [], { row in (try Self.reading(from: row), row[2] as Int64?) })
        guard let (confirmed, bill) = confirmed, rule.holds(confirmed, at: now) else {
            return doubt
        }
        if case .unset = doubt { return nil }
        return bill == last?.id ? nil : doubt
    }

    /// Notes that a person says the clock is right: who, and which times they were told.
    package func confirmClock(at now: ClockReading, by cashier: String) throws {
        let last = try lastReading()
        try run(
            """
            INSERT INTO clock_confirmation
                (clock_time, clock_milliseconds, last_bill_id, last_bill_time, cashier)
            VALUES (?, ?, ?, ?, ?)
            """,
            [now.civil.iso, now.milliseconds, last?.id, last?.reading.civil.iso, cashier])
    }

    private func lastReading() throws -> (id: Int64, reading: ClockReading)? {
        try first(
            "SELECT sold_at, created_at, id FROM bill ORDER BY id DESC LIMIT 1", [],
            { row in (row[2], try Self.reading(from: row)) })
    }

    private static func reading(from row: StoredRow) throws -> ClockReading {
        let time: String = row[0]
        guard let civil = CivilTime(iso: time) else {
            throw LedgerError.damaged(what: "a moment is said to be \(time)")
        }
        return ClockReading(civil: civil, milliseconds: row[1])
    }
}
