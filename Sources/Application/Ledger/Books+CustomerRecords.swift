package import Billing
import GRDB
import Storage

extension Books {
    /// Everything about the customer of a phone number; deleted ones have none.
    package func customerRecord(phone: Phone) throws -> Customer? {
        try record(where: "phone = ?", phone.digits)
    }

    /// Everything about the customer of a number, deleted or not.
    package func customerRecord(number: String) throws -> Customer? {
        try record(where: "number = ?", number.uppercased())
    }

    /// Gives a customer a postal address in place of the one they had; nil takes it away.
    package func setAddress(of customer: CustomerID, to address: Text?) throws {
        try runOnOneRow(
            "UPDATE customer SET address = ? WHERE id = ?", [address?.string, customer.raw],
            orElse: "a customer is gone")
    }

    /// Leaves a customer out of lists until their phone is entered again, or takes them back in.
    package func setActive(_ isActive: Bool, _ customer: CustomerID) throws {
        try runOnOneRow(
            "UPDATE customer SET is_active = ? WHERE id = ? AND deleted_at IS NULL",
            [isActive, customer.raw], orElse: "a customer is gone")
    }

    /// Deletes a customer: the number stays, so that nobody else gets it, and all else goes.
    ///
    /// Their bills keep what they say. Throws `CustomerRefusal` while they owe something or are on
    /// an open bill.
    package func delete(_ customer: Customer, at milliseconds: Int64) throws {
        let balance =
            try first(
                "SELECT coalesce(sum(amount), 0) FROM khata_entry WHERE customer_id = ?",
                [customer.id.raw], { row -> Int64 in row[0] }) ?? 0
        guard balance == 0 else {
            throw CustomerRefusal.hasBalance(Money(minorUnits: balance))
        }
        let isServed = try first(
            "SELECT 1 FROM open_bill WHERE customer_id = ?", [customer.id.raw], { _ in true })
        guard isServed == nil else { throw CustomerRefusal.isBeingServed }
        try runOnOneRow(
            """
            UPDATE customer SET phone = NULL, name = ?, email = NULL, address = NULL,
                is_active = 0, credit_limit = NULL, deleted_at = ?
            WHERE id = ? AND deleted_at IS NULL
            """, [Customer.deletedName, milliseconds, customer.id.raw],
            orElse: "customer \(customer.number) is gone")
    }

    private func record(where condition: String, _ value: String) throws -> Customer? {
        try first(
            """
            SELECT id, number, phone, name, email, address, is_active, credit_limit, deleted_at
            FROM customer WHERE \(condition)
            """, [value],
            { row in
                let isActive: Bool = row[6]
                let deletedAt: Int64? = row[8]
                return Customer(
                    id: CustomerID(row[0]), number: row[1], phone: row[2], name: row[3],
                    email: row[4], address: row[5],
                    state: deletedAt != nil ? .deleted : isActive ? .active : .inactive,
                    creditLimit: (row[7] as Int64?).map(Money.init(minorUnits:)))
            })
    }
}
