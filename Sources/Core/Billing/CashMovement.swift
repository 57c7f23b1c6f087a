/// Cash that a person puts into the drawer or takes out of it beside any bill, never changed later.
package struct CashMovement: Hashable, Sendable {
    /// Which way it goes.
    package let kind: Kind
    /// How much, above zero.
    package let amount: Money
    /// Why, in the person's own words.
    package let reason: Text
    /// Who did it.
    package let cashier: String
    /// When, on the shop's clock.
    package let at: CivilTime

    /// Which way cash goes.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Into the drawer: change from the bank, say.
        case payIn = "payin"
        /// Out of it: the milkman, say.
        case payOut = "payout"
    }

    /// Gathers a movement.
    package init(kind: Kind, amount: Money, reason: Text, cashier: String, at: CivilTime) {
        self.kind = kind
        self.amount = amount
        self.reason = reason
        self.cashier = cashier
        self.at = at
    }
}
