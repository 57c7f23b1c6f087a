/// A customer's account with the shop at one moment: what they owe, and how far they may go.
package struct Khata: Hashable, Sendable {
    /// What the customer owes; negative where the shop owes them.
    package let balance: Money
    /// The most that they may owe.
    package let limit: Money

    /// Gathers an account.
    package init(balance: Money, limit: Money) {
        self.balance = balance
        self.limit = limit
    }

    /// What may still be put on it; never negative.
    package var room: Money { max(.zero, limit - balance) }

    /// Refuses an amount that would go beyond the limit.
    package func checkRoom(for amount: Money) throws(Rejection) {
        guard amount <= room else { throw .payment(.creditLimit(room: room, balance: balance)) }
    }

    /// Refuses a repayment of nothing, or of more than is owed.
    package func checkRepayment(of amount: Money) throws(Rejection) {
        guard amount > .zero else { throw .payment(.noAmount) }
        guard amount <= balance else {
            throw .payment(.repaysTooMuch(balance: max(.zero, balance)))
        }
    }
}

/// A movement of a customer's account as the books keep it, never changed afterwards.
package struct KhataEntry: Hashable, Sendable {
    /// Why the balance moved.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A bill, or a part of it, was put on the account.
        case sale
        /// Goods that came back were credited to it.
        case creditNote = "credit-note"
        /// The customer paid.
        case repayment
        /// A bill's tender was corrected afterwards.
        case correction
    }

    /// Why the balance moved.
    package let kind: Kind
    /// By how much; positive where the customer owes more.
    package let amount: Money
    /// The bill or credit note; nil for a repayment.
    package let billNumber: String?
    /// How a repayment was made; nil for all others.
    package let tender: Tender?
    /// When, on the shop's clock.
    package let at: CivilTime

    /// Gathers an entry.
    package init(kind: Kind, amount: Money, billNumber: String?, tender: Tender?, at: CivilTime) {
        self.kind = kind
        self.amount = amount
        self.billNumber = billNumber
        self.tender = tender
        self.at = at
    }
}
