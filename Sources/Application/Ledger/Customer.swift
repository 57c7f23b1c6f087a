package import Billing

/// All that the books know of a customer.
package struct Customer: Hashable, Sendable {
    /// Their row.
    package let id: CustomerID
    /// The number people see, never given to anybody else.
    package let number: String
    /// Their phone, normalised; nil once they are deleted.
    package let phone: String?
    /// Their name.
    package let name: String
    /// Their e-mail address, if they gave one.
    package let email: String?
    /// Their postal address, if they gave one.
    package let address: String?
    /// What the shop does with them.
    package let state: State
    /// How far their account may go; nil is the shop's own limit.
    package let creditLimit: Money?

    /// What a shop does with a customer.
    package enum State: String, Hashable, Sendable {
        /// They buy.
        case active
        /// They are left out of lists until their phone is entered again.
        case inactive
        /// Only the number is left; their phone makes a new customer.
        case deleted
    }

    /// The customer as a bill would remember them; nil once they are deleted.
    package var forBills: BillCustomer? {
        phone.map {
            BillCustomer(id: id, number: number, name: name, phone: $0, email: email)
        }
    }

    /// The name that is left of a deleted customer.
    package static let deletedName = "Deleted customer"
}

/// Why a customer cannot be deleted; nothing was changed.
package enum CustomerRefusal: Error, Hashable, Sendable {
    /// They owe the shop something, or it owes them.
    case hasBalance(Money)
    /// They are on a bill that is open or parked.
    case isBeingServed
}
