package import Billing
import GRDB
import Storage

extension Books {
    /// The customer of a phone number, made with the next number if there is none.
    ///
    /// A name that is given replaces `Walk-in Customer` and no other name. An inactive customer is
    /// active again, under the old number.
    package func findOrCreateCustomer(
        phone: Phone, name: Text?, at milliseconds: Int64
    ) throws -> BillCustomer {
        guard let known = try customer(phone: phone) else {
            return try createCustomer(phone: phone, name: name, at: milliseconds)
        }
        try run(
            "UPDATE customer SET is_active = 1 WHERE id = ? AND is_active = 0", [known.id.raw])
        guard let name, known.name == BillCustomer.defaultName else { return known }
        return try rename(known, to: name)
    }

    /// Gives a customer another name.
    package func rename(_ customer: BillCustomer, to name: Text) throws -> BillCustomer {
        try runOnOneRow(
            "UPDATE customer SET name = ? WHERE id = ?", [name.string, customer.id.raw],
            orElse: "customer \(customer.number) is gone")
        return BillCustomer(
            id: customer.id, number: customer.number, name: name.string, phone: customer.phone,
            email: customer.email)
    }

    /// The same, where trouble with customers must not stop a sale: a failure leaves nothing.
    ///
    /// Throws only where SQLite gave the whole transaction up.
    package func tryFindOrCreateCustomer(
        phone: Phone, name: Text? = nil, at milliseconds: Int64
    ) throws -> Result<BillCustomer, any Error> {
        try rescuing { try findOrCreateCustomer(phone: phone, name: name, at: milliseconds) }
    }

    /// Gives a customer an e-mail address in place of the one they had; nil takes it away.
    package func setEmail(
        of customer: BillCustomer, to email: EmailAddress?
    ) throws -> BillCustomer {
        try runOnOneRow(
            "UPDATE customer SET email = ? WHERE id = ?", [email?.string, customer.id.raw],
            orElse: "customer \(customer.number) is gone")
        return BillCustomer(
            id: customer.id, number: customer.number, name: customer.name, phone: customer.phone,
            email: email?.string)
    }

    /// The customer with this number (`CUST0001`); nil when there is none, or they are inactive.
    package func customer(number: String) throws -> BillCustomer? {
        try first(
            "SELECT id, number, name, phone, email FROM customer WHERE number = ? AND is_active = 1",
            [number], Self.customer(from:))
    }

    func customer(phone: Phone) throws -> BillCustomer? {
        try first(
            "SELECT id, number, name, phone, email FROM customer WHERE phone = ?",
            [phone.digits], Self.customer(from:))
    }

    func customer(id: Int64) throws -> BillCustomer? {
        try first(
            "SELECT id, number, name, phone, email FROM customer "
                + "WHERE id = ? AND deleted_at IS NULL",
            [id], Self.customer(from:))
    }

    private func createCustomer(
        phone: Phone, name: Text?, at milliseconds: Int64
    ) throws -> BillCustomer {
        let number = CustomerNumber.text(sequence: try increment("customer"))
        let name = name?.string ?? BillCustomer.defaultName
        try run(
            "INSERT INTO customer (number, phone, name, created_at) VALUES (?, ?, ?, ?)",
            [number, phone.digits, name, milliseconds])
        return BillCustomer(
            id: CustomerID(database.lastInsertedRowID), number: number, name: name,
            phone: phone.digits, email: nil)
    }

    private static func customer(from row: StoredRow) -> BillCustomer {
        BillCustomer(
            id: CustomerID(row[0]), number: row[1], name: row[2], phone: row[3], email: row[4])
    }
}
