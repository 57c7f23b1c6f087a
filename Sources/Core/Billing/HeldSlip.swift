/// What the slip of a parked bill says.
package struct HeldSlip: Hashable, Sendable {
    /// The number that the bill is called back by.
    package let number: Int
    /// When it was put aside, on the shop's clock.
    package let since: CivilTime
    /// Who put it aside.
    package let cashier: String
    /// The customer, once a phone was entered.
    package let customer: AccountHolder?
    /// The lines of the bill.
    package let rows: [Row]
    /// What was to be paid; the goods are priced again when it is.
    package let total: Money
    /// The text of the code whose scan takes the bill back.
    package let code: String
    /// The text by which any till of the shop takes the bill over; nil where they share no key.
    package let cart: String?

    /// One line of the bill.
    package struct Row: Hashable, Sendable {
        /// What is sold.
        package let name: String
        /// How much of it.
        package let quantity: Quantity
        /// The unit's sign.
        package let unit: String
        /// What it comes to after the line's own discount.
        package let amount: Money

        /// Gathers a row.
        package init(name: String, quantity: Quantity, unit: String, amount: Money) {
            self.name = name
            self.quantity = quantity
            self.unit = unit
            self.amount = amount
        }
    }

    /// Gathers a slip, a new one or one that was stored.
    package init(
        number: Int, since: CivilTime, cashier: String, customer: AccountHolder?, rows: [Row],
        total: Money, code: String, cart: String? = nil
    ) {
        self.cart = cart
        self.number = number
        self.since = since
        self.cashier = cashier
        self.customer = customer
        self.rows = rows
        self.total = total
        self.code = code
    }

    /// The slip of a bill that is being put aside; `code` is what is scanned to take it back.
    package init(_ held: HeldBill, cashier: String, code: String, cart: String? = nil) {
        self.init(
            number: held.number, since: held.since, cashier: cashier,
            customer: held.bill.customer.map(AccountHolder.init),
            rows: held.bill.lines.map { line in
                Row(
                    name: line.product.name, quantity: line.quantity,
                    unit: line.product.unit.symbol, amount: line.amount - line.discountAmount)
            }, total: held.bill.total, code: code, cart: cart)
    }
}
