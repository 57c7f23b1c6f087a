/// A paper that is no bill; what it says is fixed when it is made, whatever happens meanwhile.
package enum Slip: Hashable, Sendable {
    /// A bill that was put aside, with the code that brings it back.
    case heldBill(HeldSlip)
    /// What a customer owes and why.
    case statement(AccountStatement)
    /// What a customer paid off.
    case repayment(RepaymentReceipt)
    /// A UPI payment that is asked for.
    case upiCode(UPIRequest)
    /// What was sold in a shift, and what was in its drawer.
    case shiftReport(ShiftReport)
}

/// A customer as a slip names them.
package struct AccountHolder: Hashable, Sendable {
    /// The number people see, `CUST0001`.
    package let number: String
    /// Their name.
    package let name: String
    /// Their phone, normalised.
    package let phone: String

    /// Gathers what a slip says.
    package init(number: String, name: String, phone: String) {
        self.number = number
        self.name = name
        self.phone = phone
    }

    /// The customer of a bill.
    package init(_ customer: BillCustomer) {
        self.init(number: customer.number, name: customer.name, phone: customer.phone)
    }
}
