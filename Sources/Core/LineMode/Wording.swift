package import Billing

/// The words in which the till answers: one row, or one table.
package struct Wording: Hashable, Sendable {
    /// The sign in front of amounts.
    package let currency: String

    /// Makes the words for a currency sign.
    package init(currency: String) {
        self.currency = currency
    }

    /// An amount with its sign and two decimals.
    package func amount(_ money: Money) -> String {
        money < .zero
            ? "-" + currency + Money(minorUnits: -money.minorUnits).digits
            : currency + money.digits
    }

    /// A line of the bill, with the total it leads to; the name stands last.
    package func line(_ number: Int, of bill: OpenBill) -> Row {
        Row(.line, line(number, bill.lines[number - 1], total: bill.total))
    }

    /// The answer to a line that was taken out.
    package func removed(_ line: CartLine, from bill: OpenBill) -> Row {
        Row(.plain, "removed   total \(amount(bill.total))   \(line.product.name)")
    }

    /// The whole bill as a table.
    package func table(of bill: OpenBill) -> [Row] {
        let lines = bill.lines.indices.map { Row(.line, line($0 + 1, bill.lines[$0], total: nil)) }
        let pieces = bill.lines.count == 1 ? "1 line" : "\(bill.lines.count) lines"
        let customer = bill.customer.map { [self.customer($0)] } ?? []
        let totals = bill.totals
        return lines + customer + buyer(bill.buyer) + steps(totals)
            + [Row(.result, "total \(amount(totals.total))   \(pieces)")] + payments(of: bill)
            + balance(of: bill)
    }

    /// A customer as the specification shows them.
    package func customer(_ customer: BillCustomer) -> Row {
        let columns = [
            customer.phone, customer.email ?? "", "\(customer.number) - \(customer.name)",
        ]
        return Row(.customer, columns.filter { !$0.isEmpty }.joined(separator: "   "))
    }

    /// The bill goes on without a customer.
    package var noCustomer: Row { Row(.customer, "No customer on this bill.") }

    /// The open bill was thrown away.
    package func voided(_ bill: OpenBill) -> Row {
        Row(.plain, "Bill thrown away: \(amount(bill.total)) not sold.")
    }

    /// A commit failed, and nobody knows yet what the disk has; what it turns out to be follows.
    package func checking(reason: String) -> Row {
        Row(
            .notice,
            "Unknown, checking: the disk reported an error (\(reason)). Looking in the books "
                + "whether the last input was saved.")
    }

    /// Nothing of the last input reached the books.
    package func notWritten(reason: String) -> Row {
        Row(
            .refusal,
            "Not saved: \(reason). The bill is as it was before; nothing is sold. Try again.")
    }

    /// The disk did not confirm what was scanned; the process still has it.
    package func openBillUnsafe(reason: String) -> Row {
        Row(
            .notice,
            "The disk did not confirm the last lines (\(reason)). They are on the bill, but a "
                + "power cut could lose them. Pay the bill soon, and look at the disk.")
    }

    /// The books do not answer, so nothing is known of the last input.
    package func booksUnreachable(reason: String) -> Row {
        Row(
            .refusal,
            "The books cannot be reached: \(reason). Stop selling; whether the last input was "
                + "saved shows when the till starts again.")
    }

    /// A bill that an earlier process left open.
    package func resumed(_ bill: OpenBill) -> [Row] {
        [Row(.heading, "The open bill of the last run is back:")] + table(of: bill)
    }

    private func line(_ number: Int, _ line: CartLine, total: Money?) -> String {
        let unit = line.product.unit
        let suffix = unit.isSilent ? "" : " " + unit.symbol
        let prices = line.rows.map { "\($0.quantity.digits)\(suffix) × \(amount($0.price))" }
        let discount = line.discount == nil ? "" : " - \(amount(line.discountAmount))"
        let columns = [
            String(number).leftPadded(to: 3),
            (prices.joined(separator: " + ") + discount).leftPadded(to: 18),
            amount(line.amount - line.discountAmount).leftPadded(to: 12),
            total.map { "total " + amount($0).leftPadded(to: 10) } ?? "",
            line.product.name,
        ]
        return columns.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
