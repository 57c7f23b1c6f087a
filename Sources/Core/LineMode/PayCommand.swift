package import Billing

/// What a typed line asks for about money, cash for a whole bill aside.
package enum PayCommand: Hashable, Sendable {
    /// Show what is likely to be handed over, to pick from.
    case suggestCash
    /// Pay by other means, or by several; what they leave is left to pay.
    case parts([PayPart])
    /// Print the code of the UPI payment that is waited for.
    case printCode
    /// The UPI payment that is waited for has come, under this UTR if one is typed.
    case confirm(PaymentReference?)
    /// Give back what goods that come back are worth.
    case refund([PayPart])
    /// Undo one step of paying.
    case back
    /// The customer pays off what they owe.
    case repay(PayPart)
    /// Show and print what the customer owes and why.
    case statement
    /// A bill's tender was another than the one that was typed.
    case correct(billNumber: String, from: Tender, to: PayPart)
    /// Payments that came after they were given up.
    case late(LateWord)
}

/// What becomes of a payment that came after it was given up; a number is that of a row.
package enum LateWord: Hashable, Sendable {
    /// Show them.
    case list
    /// It pays the open bill, or a part of it.
    case pay(Int64)
    /// It was given back.
    case refund(Int64)
}
