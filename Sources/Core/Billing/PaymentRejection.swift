/// Why a payment was refused; nothing was taken and nothing changed.
package enum PaymentRejection: Hashable, Sendable {
    /// A payment of nothing.
    case noAmount
    /// More than is left, by a means that gives no change; what is left.
    case paysTooMuch(left: Money)
    /// Cash at or over the amount that the law allows on one bill.
    case tooMuchCash(Money, ceiling: Money)
    /// Cash that with what this customer paid in cash today would reach that amount.
    case tooMuchCashToday(earlier: Money, ceiling: Money)
    /// Credit for a bill without a customer.
    case creditWithoutCustomer
    /// A closed bill has no customer, or one who was deleted, and so no account to move.
    case billWithoutAccount
    /// More credit than the customer has left; what they have left and owe.
    case creditLimit(room: Money, balance: Money)
    /// A repayment of more than is owed; what is owed.
    case repaysTooMuch(balance: Money)
    /// A UPI payment of this amount is waited for.
    case attemptOpen(Money)
    /// Two UPI payments at once.
    case oneAttempt
    /// No UPI payment is waited for.
    case noAttempt
    /// Nothing was paid that could be given back.
    case nothingPaid
    /// Money was taken or asked for, so the bill can be neither thrown away nor put aside.
    case paymentBegun(Money)
    /// The change would leave the bill below what was paid for it.
    case belowPaid(Money)
    /// The bill was put on its customer's account, so the customer stays.
    case creditTaken
}
