package import Billing
import GRDB
import Storage

/// One closed bill in a list.
package struct BillSummary: Hashable, Sendable {
    /// Its row, by which a list goes on.
    package let id: Int64
    /// The number on the receipt.
    package let number: String
    /// When it was paid, on the shop's clock.
    package let soldAt: CivilTime
    /// What it came to.
    package let total: Money
    /// How it was paid.
    package let paymentMethod: String
    /// The customer's number, name and phone as they were at the sale; nil without a phone.
    package let customer: (number: String, name: String, phone: String)?

    package static func == (left: BillSummary, right: BillSummary) -> Bool { left.id == right.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Books {
    /// The bills that a search means, the newest first, `limit` of them before the bill `id`.
    ///
    /// Each condition is looked up in an index of its own. `hasMore` tells whether older ones follow.
    package func bills(
        matching search: BillSearch, before id: Int64? = nil, limit: Int
    ) throws -> (bills: [BillSummary], hasMore: Bool) {
        var conditions = ["id < ?1"]
        var values: [(any Bindable)?] = [id ?? .max]
        func require(_ condition: String, _ value: some Bindable) {
            values.append(value)
            conditions.append(condition.replacing("?", with: "?\(values.count)"))
        }
        if let number = search.number {
            require(
                "id IN (SELECT id FROM bill WHERE number LIKE ? ESCAPE '\\')",
                "%" + Self.escaped(number) + "%")
        }
        if let phone = search.phone {
            require("id IN (SELECT id FROM bill WHERE customer_phone = ?)", phone.digits)
        }
        if let customer = search.customer {
            require("id IN (SELECT id FROM bill WHERE customer_number = ?)", customer)
        }
        if let from = search.from {
            require("id IN (SELECT id FROM bill WHERE sold_at >= ?)", from.iso)
        }
        if let last = search.lastDay {
            // Times of the day follow a blank, which stands before the tilde.
            require("id IN (SELECT id FROM bill WHERE sold_at < ?)", last.iso + "~")
        }
        if let amount = search.amount {
            require("id IN (SELECT id FROM bill WHERE total = ?)", amount.minorUnits)
        }
        let found = try all(
            """
            SELECT id, number, sold_at, total, payment_method, customer_number, customer_name,
                customer_phone
            FROM bill WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id DESC LIMIT \(limit + 1)
            """, Arguments(values), Self.summary(from:))
        return (Array(found.prefix(limit)), found.count > limit)
    }

    /// The row of a bill by its number; nil when there is none.
    package func id(ofBill number: String) throws -> Int64? {
        try first("SELECT id FROM bill WHERE number = ?", [number]) { $0[0] }
    }

    private static func summary(from row: StoredRow) throws -> BillSummary {
        let time: String = row[2]
        guard let soldAt = CivilTime(iso: time) else {
            throw LedgerError.damaged(what: "bill \(row[1] as String) was sold at \(time)")
        }
        let customer: (String, String, String)? =
            if let number: String = row[5], let name: String = row[6], let phone: String = row[7] {
                (number, name, phone)
            } else {
                nil
            }
        return BillSummary(
            id: row[0], number: row[1], soldAt: soldAt, total: Money(minorUnits: row[3]),
            paymentMethod: row[4], customer: customer)
    }
}
