/// A UPI payment that came after it was given up: money without a bill, until somebody settles it.
package struct LatePayment: Hashable, Sendable {
    /// Its row.
    package let number: Int64
    /// The attempt that it was asked for by.
    package let attempt: PaymentAttempt
    /// What the bank calls it, if it says so.
    package let utr: PaymentReference?

    /// Gathers what the books have.
    package init(number: Int64, attempt: PaymentAttempt, utr: PaymentReference?) {
        self.number = number
        self.attempt = attempt
        self.utr = utr
    }
}
