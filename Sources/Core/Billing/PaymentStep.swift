/// A step of paying a bill that does not have to close it.
package enum PaymentStep: Hashable, Sendable {
    /// The customer pays a part of what is left.
    case part(Payment)
    /// A UPI payment is asked for.
    case attempted(PaymentAttempt)
    /// The UPI payment that is waited for has come, under this UTR if one is known.
    case confirmed(PaymentReference?)
    /// One step is undone.
    case takenBack
    /// Nothing is left to pay: the bill is closed with the stock as it is now.
    case completed(offers: [ProductID: Offer], at: CivilTime)
    /// What goods that came back are worth is given back, less what was bought; the bill is closed.
    case refunded([Payment], offers: [ProductID: Offer], at: CivilTime)
}

/// What has to be done after a step of paying.
package enum PaymentEffect: Hashable, Sendable {
    /// A part was paid, and this is left.
    case paid(Payment, left: Money)
    /// A UPI payment is waited for.
    case attemptStarted(PaymentAttempt)
    /// The UPI payment came, under this UTR if one is known.
    case attemptConfirmed(PaymentAttempt, PaymentReference?)
    /// The UPI payment is not waited for any more.
    case attemptWithdrawn(PaymentAttempt)
    /// A payment has to be given back to the customer, and this is left to pay.
    case returned(Payment, left: Money)
}
