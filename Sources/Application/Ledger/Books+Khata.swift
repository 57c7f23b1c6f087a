package import Billing
import GRDB
import Storage

extension Books {
    /// What a customer owes, and how far they may go: their own limit, else `standardLimit`.
    package func khata(of customer: BillCustomer, standardLimit: Money) throws -> Khata {
        let balance = try first(
            "SELECT coalesce(sum(amount), 0) FROM khata_entry WHERE customer_id = ?",
            [customer.id.raw], { row -> Int64 in row[0] })
        let limit = try first(
            "SELECT credit_limit FROM customer WHERE id = ?", [customer.id.raw],
            { row -> Int64? in row[0] })
        return Khata(
            balance: Money(minorUnits: balance ?? 0),
            limit: limit?.map(Money.init(minorUnits:)) ?? standardLimit)
    }

    /// Appends a movement to a customer's account.
    package func add(
        _ entry: KhataEntry, of customer: BillCustomer, reference: PaymentReference? = nil,
        cashier: String, at milliseconds: Int64
    ) throws {
        try runOnOneRow(
            """
            INSERT INTO khata_entry
                (customer_id, kind, amount, bill_id, tender, reference, cashier, entered_at,
                 created_at)
            VALUES (?, ?, ?, (SELECT id FROM bill WHERE number = ?), ?, ?, ?, ?, ?)
            """,
            [
                customer.id.raw, entry.kind.rawValue, entry.amount.minorUnits, entry.billNumber,
                entry.tender?.rawValue, reference?.string, cashier, entry.at.iso, milliseconds,
            ], orElse: "the account of \(customer.number) took no entry")
    }

    /// The newest movements of a customer's account, the oldest of them first.
    package func khataEntries(of customer: BillCustomer, limit: Int) throws -> [KhataEntry] {
        try all(
            """
            SELECT e.kind, e.amount, b.number, e.tender, e.entered_at
            FROM khata_entry e LEFT JOIN bill b ON b.id = e.bill_id
            WHERE e.customer_id = ? ORDER BY e.id DESC LIMIT ?
            """, [customer.id.raw, limit],
            { row in
                let kind: String = row[0]
                let time: String = row[4]
                guard let known = KhataEntry.Kind(rawValue: kind), let at = CivilTime(iso: time)
                else { throw LedgerError.damaged(what: "an account has \(kind) at \(time)") }
                return KhataEntry(
                    kind: known, amount: Money(minorUnits: row[1]), billNumber: row[2],
                    tender: try (row[3] as String?).map(Self.tender), at: at)
            }
        ).reversed()
    }

    /// Sets how far a customer's account may go; nil is the shop's own limit.
    package func setCreditLimit(of customer: BillCustomer, to limit: Money?) throws {
        try runOnOneRow(
            "UPDATE customer SET credit_limit = ? WHERE id = ?",
            [limit?.minorUnits, customer.id.raw], orElse: "customer \(customer.number) is gone")
    }
}
