import Billing
import ExactJSON
import Exchange
import Ledger
import LineMode

/// A customer as a command prints them.
struct CustomerView {
    let record: Customer
    /// What they owe; nil once they are deleted.
    let khata: Khata?

    /// A few rows for people.
    func text(_ wording: Wording) -> String {
        var rows = ["\(record.number) - \(record.name)   \(record.state.rawValue)"]
        if let phone = record.phone { rows.append("phone    \(phone)") }
        if let email = record.email { rows.append("email    \(email)") }
        if let address = record.address { rows.append("address  \(address)") }
        if let khata {
            rows.append(
                "owes     \(wording.amount(khata.balance)) of at most \(wording.amount(khata.limit))"
            )
        }
        return rows.joined(separator: "\n")
    }

    /// The same for programs, with the field names of the HTTP interface.
    func json() -> String {
        JSONWriter.indentedText(of: [
            "_id": .string(String(record.id.raw)), "customerNumber": .string(record.number),
            "name": .string(record.name), "phone": .text(record.phone),
            "email": .text(record.email), "address": .text(record.address),
            "isActive": .bool(record.state == .active),
            "isDeleted": .bool(record.state == .deleted),
            "balance": khata.map { .amount($0.balance) } ?? .null,
            "creditLimit": khata.map { .amount($0.limit) } ?? .null,
        ])
    }

    /// A list of bills for programs.
    static func json(of bills: [CustomerBill]) -> String {
        let rows: [JSONValue] = bills.map { bill in
            [
                "billNumber": .string(bill.number),
                "createdAt": BillDocument.wallTime(bill.soldAt),
                "totalAmount": .amount(bill.total),
                "paymentMethod": .string(bill.paymentMethod),
                "customerNumber": .string(bill.customerNumber),
                "customerName": .string(bill.customerName),
            ]
        }
        return JSONWriter.indentedText(of: .array(rows))
    }
}
