/// A UPI payment that is asked for on paper.
package struct UPIRequest: Hashable, Sendable {
    /// The attempt: its `tr` and its amount.
    package let attempt: PaymentAttempt
    /// The link in the code.
    package let uri: String
    /// Whom it pays, as the customer's phone shows it.
    package let payee: String
    /// When it was asked for, on the shop's clock.
    package let at: CivilTime

    /// Gathers a request that was stored.
    package init(attempt: PaymentAttempt, uri: String, payee: String, at: CivilTime) {
        self.attempt = attempt
        self.uri = uri
        self.payee = payee
        self.at = at
    }

    /// The request of an attempt to a payee.
    package init(_ attempt: PaymentAttempt, to payee: UPIPayee, at moment: CivilTime) {
        self.init(
            attempt: attempt, uri: UPILink(payee: payee, attempt: attempt).uri,
            payee: payee.name, at: moment)
    }
}

extension UPILink {
    /// Asks for an attempt's amount in the words that the till uses.
    package init(payee: UPIPayee, attempt: PaymentAttempt) {
        self.init(payee: payee, attempt: attempt, note: "Bill at \(payee.name)")
    }
}
