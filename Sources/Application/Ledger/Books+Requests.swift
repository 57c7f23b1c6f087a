package import Billing
package import Digest
import GRDB
import Storage

/// A sale that another program asked for, as it stands in the books.
package struct RequestedSale: Hashable, Sendable {
    /// What it became.
    package let bill: Bill
    /// The bill's row.
    package let id: Int64
    /// The hash of what was asked for.
    package let meaning: SHA256
    /// Fields of the program's own, as JSON; nil where there were none.
    package let extra: String?

    /// Gathers a sale.
    package init(bill: Bill, id: Int64, meaning: SHA256, extra: String?) {
        self.bill = bill
        self.id = id
        self.meaning = meaning
        self.extra = extra
    }
}

extension Books {
    /// Notes beside a bill, in the transaction of its sale, what was asked for; answers its row.
    package func addRequest(
        ofBill number: String, meaning: SHA256, extra: String?
    ) throws -> Int64 {
        guard let id = try id(ofBill: number) else {
            throw LedgerError.damaged(what: "bill \(number) is gone")
        }
        try run(
            "INSERT INTO sale_request (bill_id, meaning, extra) VALUES (?, ?, ?)",
            [id, meaning.bytes, extra])
        return id
    }

    /// The sale that was asked for under a reference; nil when none was made.
    package func requestedSale(_ reference: SaleReference) throws -> RequestedSale? {
        let found = try first(
            """
            SELECT b.id, r.meaning, r.extra
            FROM bill b JOIN sale_request r ON r.bill_id = b.id WHERE b.reference = ?
            """, [reference.raw],
            { row -> (Int64, [UInt8], String?) in (row[0], row[1], row[2]) })
        guard let (id, bytes, extra) = found else { return nil }
        guard let meaning = SHA256(stored: bytes), let bill = try bill(reference: reference) else {
            throw LedgerError.damaged(what: "the request of bill \(id) cannot be read")
        }
        return RequestedSale(bill: bill, id: id, meaning: meaning, extra: extra)
    }

    /// What a program sent with the bill of a row beside what we know; nil where nothing.
    package func requestExtra(ofBill id: Int64) throws -> String? {
        try first(
            "SELECT extra FROM sale_request WHERE bill_id = ?", [id], { row -> String? in row[0] }
        ) ?? nil
    }

    /// Whether a bill, open or closed, has this reference already.
    package func isTaken(_ reference: SaleReference) throws -> Bool {
        try first(
            """
            SELECT 1 FROM bill WHERE reference = ?1
            UNION ALL SELECT 1 FROM open_bill WHERE reference = ?1
            """, [reference.raw], { _ in true }) ?? false
    }

    /// Whether a bill has this number, as its own or as the till's.
    package func isTaken(billNumber number: String) throws -> Bool {
        try first(
            "SELECT 1 FROM bill WHERE number = ?1 OR invoice_number = ?1", [number],
            { _ in true }) ?? false
    }

    /// Whether a till has numbered bills in this shop, whatever the year.
    package func hasNumbered(till: Int) throws -> Bool {
        try first(
            "SELECT 1 FROM counter WHERE name LIKE ? OR name LIKE ?",
            ["bill-\(till)-%", "cn-\(till)-%"], { _ in true }) ?? false
    }
}
