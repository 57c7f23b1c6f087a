package import Billing
import GRDB
import Storage

extension Books {
    /// The bills that a till has put aside, in the order of their numbers.
    package func heldBills(till: Int, terms: BillTerms = .plain) throws -> [HeldBill] {
        let heads = try all(
            """
            SELECT reference, held_number, held_since FROM open_bill
            WHERE till = ? AND held_number IS NOT NULL ORDER BY held_number
            """, [till],
            { row -> (String, Int, String) in (row[0], row[1], row[2]) })
        return try heads.map { reference, number, since in
            guard let since = CivilTime(iso: since) else {
                throw LedgerError.damaged(what: "a bill is parked since \(since)")
            }
            return HeldBill(
                number: number, bill: try openBill(reference: reference, terms: terms),
                since: since)
        }
    }

    /// The bill that a till put aside under a number; nil when there is none.
    package func heldBill(
        _ number: Int, till: Int, terms: BillTerms = .plain
    ) throws -> OpenBill? {
        let reference = try first(
            "SELECT reference FROM open_bill WHERE till = ? AND held_number = ?",
            [till, number], { row -> String in row[0] })
        return try reference.map { try openBill(reference: $0, terms: terms) }
    }

    /// The smallest number under which no bill of a till is parked; nil when all are taken.
    package func freeHeldNumber(till: Int) throws -> Int? {
        let taken = try all(
            "SELECT held_number FROM open_bill WHERE till = ? AND held_number IS NOT NULL", [till],
            { row -> Int in row[0] })
        return (1...HeldBill.limit).first { !taken.contains($0) }
    }

    /// Takes a till's open bill, which is in the books, off its screen.
    package func hold(_ held: HeldBill) throws {
        try runOnOneRow(
            """
            UPDATE open_bill SET held_number = ?, held_since = ?
            WHERE reference = ? AND held_number IS NULL
            """, [held.number, held.since.iso, held.bill.reference.raw],
            orElse: "the open bill is gone")
    }

    /// Puts a parked bill back on the screen of its till, which must have none; frees its number.
    package func takeBack(_ bill: OpenBill) throws {
        try runOnOneRow(
            """
            UPDATE open_bill SET held_number = NULL, held_since = NULL
            WHERE reference = ? AND held_number IS NOT NULL
            """, [bill.reference.raw], orElse: "the parked bill is gone")
    }
}
