package import Billing

/// What a kiosk wants done; each of those that touch the sale is answered by an event.
package enum KioskEffect: Hashable, Sendable {
    /// Sell what was scanned; approved, when a person of the shop has allowed it.
    case sell([UInt8], isApproved: Bool)
    /// The last article's number of pieces.
    case setQuantity(Quantity)
    /// Take the last article out.
    case removeLast
    /// These digits of a phone number stand on the screen; nil: none do any more.
    case typed(String?)
    /// Look up the customer of a phone, or make one.
    case link(String)
    /// The bill has no customer.
    case unlink
    /// The customer whose card was scanned.
    case linkCard(Int)
    /// Ask for the whole amount by UPI.
    case startUPI
    /// Do not wait for the payment any more.
    case withdraw
    /// The payment has come: a person of the shop has seen it.
    case confirm
    /// Close the bill that is paid already.
    case finish
    /// The payment that came late last pays the bill.
    case takeLate
    /// It was given back.
    case refundLate
    /// Put the bill aside; with a slip for the counter, when one is wanted.
    case park(printsSlip: Bool)
    /// Throw the bill away.
    case discard
    /// Print the last receipt once more.
    case reprint
    /// See whether these digits are the staff's number.
    case checkPIN(String)
    /// Somebody of the shop is wanted.
    case callStaff(KioskHelp.Reason)
    /// The event `timer` is wanted after this time, counted anew; nil: not any more.
    case setTimer(KioskTimer, milliseconds: Int64?)
}
