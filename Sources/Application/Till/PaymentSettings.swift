package import Billing

/// How one till's shop takes money.
package struct PaymentSettings: Hashable, Sendable {
    /// Whom UPI codes pay; nil where the shop's own sticker is used.
    package let upiPayee: UPIPayee?
    /// What the law and the purse say of cash.
    package let cash: CashRules
    /// How far a customer's account may go whose own limit is not set.
    package let creditLimit: Money

    /// Gathers the settings.
    package init(upiPayee: UPIPayee?, cash: CashRules, creditLimit: Money) {
        self.upiPayee = upiPayee
        self.cash = cash
        self.creditLimit = creditLimit
    }

    /// What holds when nothing is set: no code of the till's own, Indian cash, ₹2,000 of credit.
    package static let standard = PaymentSettings(
        upiPayee: nil, cash: .india, creditLimit: Money(minorUnits: 2_000_00))
}
