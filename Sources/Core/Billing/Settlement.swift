/// An accepted payment on its way into the books: a bill that has no number yet.
package struct Settlement: Hashable, Sendable {
    /// The identity of the sale.
    package let reference: SaleReference
    /// The lines with the batches of this moment.
    package let lines: [BillLine]
    /// What the customer owes: the sum of the lines.
    package let total: Money
    /// How they paid.
    package let payments: [Payment]
    /// What they get back.
    package let change: Money
    /// The customer, if a phone was entered.
    package let customer: BillCustomer?
    /// When they paid, on the shop's clock.
    package let soldAt: CivilTime

    /// What the goods cost the shop.
    package var totalCost: Money { lines.map(\.totalCost).total() }

    /// The bill that this becomes under its number.
    package func bill(number: String, cashier: String) -> Bill {
        Bill(
            number: number, invoiceNumber: number, reference: reference, lines: lines,
            subtotal: total, total: total, totalCost: totalCost, payments: payments,
            change: change, customer: customer, cashier: cashier, soldAt: soldAt)
    }
}
