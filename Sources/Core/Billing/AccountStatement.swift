/// What a customer owes at one moment, and the newest movements that led to it.
package struct AccountStatement: Hashable, Sendable {
    /// Whose account it is.
    package let holder: AccountHolder
    /// What was owed before the movements; nil where they are all there ever were.
    package let broughtForward: Money?
    /// The movements, the oldest first.
    package let entries: [KhataEntry]
    /// What is owed; negative where the shop owes the customer.
    package let balance: Money
    /// The most that may be owed.
    package let limit: Money
    /// When this was so, on the shop's clock.
    package let at: CivilTime

    /// Gathers a statement that was stored.
    package init(
        holder: AccountHolder, broughtForward: Money?, entries: [KhataEntry], balance: Money,
        limit: Money, at: CivilTime
    ) {
        self.holder = holder
        self.broughtForward = broughtForward
        self.entries = entries
        self.balance = balance
        self.limit = limit
        self.at = at
    }

    /// The statement of an account; `hasMore` says that there were movements before these.
    package init(
        of customer: BillCustomer, _ khata: Khata, _ entries: [KhataEntry], hasMore: Bool,
        at moment: CivilTime
    ) {
        let before = khata.balance - entries.map(\.amount).total()
        self.init(
            holder: AccountHolder(customer),
            broughtForward: hasMore || before != .zero ? before : nil, entries: entries,
            balance: khata.balance, limit: khata.limit, at: moment)
    }
}

/// What a customer paid off, as the slip says it that they take along.
package struct RepaymentReceipt: Hashable, Sendable {
    /// Who paid.
    package let holder: AccountHolder
    /// How much.
    package let amount: Money
    /// By what means.
    package let tender: Tender
    /// What the other side calls the payment, if it says so.
    package let reference: PaymentReference?
    /// What is still owed.
    package let left: Money
    /// Who took it.
    package let cashier: String
    /// When, on the shop's clock.
    package let at: CivilTime

    /// Gathers a receipt.
    package init(
        holder: AccountHolder, amount: Money, tender: Tender, reference: PaymentReference?,
        left: Money, cashier: String, at: CivilTime
    ) {
        self.holder = holder
        self.amount = amount
        self.tender = tender
        self.reference = reference
        self.left = left
        self.cashier = cashier
        self.at = at
    }
}
