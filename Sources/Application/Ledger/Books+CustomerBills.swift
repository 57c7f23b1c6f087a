package import Billing
import GRDB
import Storage

/// Whose bills are asked for: by what the bills themselves remember of them.
package enum CustomerKey: Hashable, Sendable {
    /// By phone, which may have belonged to several customers one after the other.
    case phone(Phone)
    /// By number, which belongs to one customer for ever.
    case number(String)

    /// Reads a phone by the shop's rule, else a customer's number (`CUST0001`).
    package static func reading(
        _ text: String, rule: Phone.Rule
    ) throws(Phone.Refusal) -> CustomerKey {
        let number = text.uppercased()
        if number.hasPrefix("CUST"), number.utf8.dropFirst(4).allSatisfy({ 48...57 ~= $0 }) {
            return .number(number)
        }
        return .phone(try Phone(parsing: text, rule: rule))
    }
}

/// One bill in a list.
package struct CustomerBill: Hashable, Sendable {
    /// The bill's number.
    package let number: String
    /// When it was paid, on the shop's clock.
    package let soldAt: CivilTime
    /// What it came to.
    package let total: Money
    /// How it was paid.
    package let paymentMethod: String
    /// The customer's number on it.
    package let customerNumber: String
    /// The customer's name on it.
    package let customerName: String
}

extension Books {
    /// The newest bills of a customer, the newest first, also after the customer was deleted.
    package func bills(of customer: CustomerKey, limit: Int) throws -> [CustomerBill] {
        let (column, value) =
            switch customer {
            case .phone(let phone): ("customer_phone", phone.digits)
            case .number(let number): ("customer_number", number)
            }
        return try all(
            """
            SELECT number, sold_at, total, payment_method, customer_number, customer_name
            FROM bill WHERE \(column) = ? ORDER BY id DESC LIMIT ?
            """, [value, limit],
            { row in
                let time: String = row[1]
                guard let soldAt = CivilTime(iso: time) else {
                    throw LedgerError.damaged(what: "bill \(row[0] as String) was sold at \(time)")
                }
                return CustomerBill(
                    number: row[0], soldAt: soldAt, total: Money(minorUnits: row[2]),
                    paymentMethod: row[3], customerNumber: row[4], customerName: row[5])
            })
    }
}
