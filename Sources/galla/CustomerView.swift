import Billing
import Foundation
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
    func json() throws -> String {
        try Self.json(
            Document(
                _id: String(record.id.raw), customerNumber: record.number, name: record.name,
                phone: record.phone, email: record.email, address: record.address,
                isActive: record.state == .active, isDeleted: record.state == .deleted,
                balance: khata.map { Self.decimal($0.balance) },
                creditLimit: khata.map { Self.decimal($0.limit) }))
    }

    /// A list of bills for programs.
    static func json(of bills: [CustomerBill]) throws -> String {
        try json(
            bills.map { bill in
                Row(
                    billNumber: bill.number,
                    createdAt: bill.soldAt.iso.replacing(" ", with: "T", maxReplacements: 1),
                    totalAmount: decimal(bill.total), paymentMethod: bill.paymentMethod,
                    customerNumber: bill.customerNumber, customerName: bill.customerName)
            })
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func decimal(_ money: Money) -> Decimal {
        Decimal(
            sign: money.minorUnits < 0 ? .minus : .plus, exponent: -2,
            significand: Decimal(money.minorUnits.magnitude))
    }

    private struct Row: Encodable {
        let billNumber: String
        let createdAt: String
        let totalAmount: Decimal
        let paymentMethod: String
        let customerNumber: String
        let customerName: String
    }
}

/// A customer as JSON; what is not known is there and null.
private struct Document: Encodable {
    let _id: String
    let customerNumber: String
    let name: String
    let phone: String?
    let email: String?
    let address: String?
    let isActive: Bool
    let isDeleted: Bool
    let balance: Decimal?
    let creditLimit: Decimal?

    private enum Key: String, CodingKey {
        case _id, customerNumber, name, phone, email, address, isActive, isDeleted, balance
        case creditLimit
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(_id, forKey: ._id)
        try fields.encode(customerNumber, forKey: .customerNumber)
        try fields.encode(name, forKey: .name)
        try fields.encode(phone, forKey: .phone)
        try fields.encode(email, forKey: .email)
        try fields.encode(address, forKey: .address)
        try fields.encode(isActive, forKey: .isActive)
        try fields.encode(isDeleted, forKey: .isDeleted)
        try fields.encode(balance, forKey: .balance)
        try fields.encode(creditLimit, forKey: .creditLimit)
    }
}
