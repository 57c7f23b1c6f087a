package import Billing
import GRDB
import Storage

extension Books {
    /// Appends cash that went into a till's drawer or out of it.
    package func add(_ movement: CashMovement, till: Int, at milliseconds: Int64) throws {
        try run(
            """
            INSERT INTO cash_movement (till, kind, amount, reason, cashier, moved_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                till, movement.kind.rawValue, movement.amount.minorUnits, movement.reason.string,
                movement.cashier, movement.at.iso, milliseconds,
            ])
    }
}
