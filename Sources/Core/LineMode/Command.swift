package import Billing

/// What a typed line asks for.
package enum Command: Hashable, Sendable {
    /// A product: its code as typed, and how much of it.
    case scan(code: String, Quantity)
    /// Another quantity for a line (the last one if nil).
    case quantity(line: Int?, Quantity)
    /// Another price for a line (the last one if nil).
    case price(line: Int?, Money)
    /// A discount on a line or the bill; nil takes it off again.
    case discount(DiscountTarget, Discount?)
    /// The batches behind a line (the last one if nil), to pick one.
    case batch(line: Int?)
    /// Something that is in no catalogue.
    case item(OpenItem)
    /// An unknown code becomes a product.
    case add(NewProduct)
    /// The tax number of who the invoice is made out to; nil takes it off.
    case gstin(GSTIN?)
    /// The name of who the invoice is made out to; nil takes it off.
    case buyer(Text?)
    /// The address of who the invoice is made out to, and of the customer; nil takes it off.
    case address(Text?)
    /// Take a line out (the last one if nil).
    case delete(line: Int?)
    /// The customer's phone as typed; nil unlinks the customer.
    case phone(String?)
    /// The customer's name.
    case name(Text)
    /// The customer's e-mail address; nil takes it away.
    case email(EmailAddress?)
    /// The bills of a customer, by phone or number; of the bill's own customer if nil.
    case bills(String?)
    /// The products whose name or code has this in it.
    case find(Text)
    /// Put the bill aside; with a slip on paper whatever the shop's setting is, if asked for.
    case hold(printsSlip: Bool)
    /// Show the bills that were put aside.
    case held
    /// Take the bill of this number back.
    case resume(Int)
    /// Print a bill again (the till's last one if nil), marked as a copy.
    case reprint(billNumber: String?)
    /// Open the drawer, for this reason if one is given.
    case drawer(why: Text?)
    /// Cash goes into the drawer or out of it, for this reason.
    case cashMoved(CashMovement.Kind, Money, why: Text)
    /// Somebody sells from now on; their PIN is asked for.
    case login(Text)
    /// Somebody with the right lets the line that was refused be obeyed; their PIN is asked for.
    case override(Text)
    /// The drawer's day, from its float to its count.
    case shift(ShiftWord)
    /// Show how the printer is and what waits for it.
    case status
    /// Show the receipts that wait, or decide about them.
    case queue(QueueWord)
    /// Cash handed over for all that is left.
    case cash(Money)
    /// Goods of an earlier bill come back.
    case returned(ReturnCommand)
    /// Another step of taking money.
    case paying(PayCommand)
    /// Show the bill.
    case total
    /// Throw the bill away, for this reason if one is given.
    case void(why: Text?)
    /// Show what the clock says, or note that it is right.
    case clock(isConfirmed: Bool)
    /// Show the words.
    case help
    /// End the till.
    case quit
}

/// What a discount is taken off.
package enum DiscountTarget: Hashable, Sendable {
    /// A line (the last one if nil).
    case line(Int?)
    /// The whole bill.
    case bill
}

/// What is asked of the receipts that wait; a number is that of a row, nil means all that are held.
package enum QueueWord: Hashable, Sendable {
    /// Show them.
    case list
    /// Print them.
    case print(Int64?)
    /// Do not print them.
    case drop(Int64?)
}

/// A typed line that is a command but cannot be one as it stands; the text says how to type it.
package struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for the cashier.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
