package import Billing

/// A UPI payment that a bank or a sound box reports.
package struct PaymentNews: Hashable, Sendable {
    /// The `tr` of the attempt.
    package let attempt: String
    /// What the bank calls the payment, if it says so.
    package let utr: PaymentReference?
    /// What came.
    package let amount: Money

    /// Gathers a report.
    package init(attempt: String, utr: PaymentReference?, amount: Money) {
        self.attempt = attempt
        self.utr = utr
        self.amount = amount
    }
}
