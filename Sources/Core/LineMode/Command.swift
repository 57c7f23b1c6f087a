package import Billing

/// What a typed line asks for.
package enum Command: Hashable, Sendable {
    /// A product: its code as typed, and how much of it.
    case scan(code: String, Quantity)
    /// Another quantity for a line (the last one if nil).
    case quantity(line: Int?, Quantity)
    /// Another price for a line (the last one if nil).
    case price(line: Int?, Money)
    /// Take a line out (the last one if nil).
    case delete(line: Int?)
    /// The customer's phone as typed; nil unlinks the customer.
    case phone(String?)
    /// The customer's name.
    case name(Text)
    /// The customer's e-mail address.
    case email(EmailAddress)
    /// The products whose name or code has this in it.
    case find(Text)
    /// Put the bill aside.
    case hold
    /// Show the bills that were put aside.
    case held
    /// Take the bill of this number back.
    case resume(Int)
    /// Print a bill again (the till's last one if nil), marked as a copy.
    case reprint(billNumber: String?)
    /// Cash handed over.
    case cash(Money)
    /// Show the bill.
    case total
    /// Throw the bill away.
    case void
    /// Show what the clock says, or note that it is right.
    case clock(isConfirmed: Bool)
    /// Show the words.
    case help
    /// End the till.
    case quit
}

/// A typed line that is a command but cannot be one as it stands; the text says how to type it.
package struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for the cashier.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
