package import Billing

extension Wording {
    /// The open bill was put aside.
    package func held(_ held: HeldBill) -> Row {
        Row(
            .result,
            "Parked: \(amount(held.bill.total)), \(Self.lines(held.bill)). "
                + "Type resume \(held.number) to take it back.")
    }

    /// The bills that were put aside, as a table.
    package func table(of held: [HeldBill]) -> [Row] {
        guard !held.isEmpty else { return [Row(.plain, "No bill is parked.")] }
        return [Row(.heading, "Parked bills; type resume and the number to take one back:")]
            + held.map { Row(.plain, row($0)) }
    }

    /// A bill that was put aside is the open one again.
    package func takenBack(_ bill: OpenBill) -> [Row] {
        [Row(.heading, "The parked bill is open again:")] + table(of: bill)
    }

    /// No bill was put aside under this number.
    package func noSuchHeldBill(_ number: Int) -> Row {
        Row(.refusal, "No bill is parked as \(number). Type held to see those that are.")
    }

    /// There is no room for one more parked bill.
    package var tooManyHeld: Row {
        Row(
            .refusal,
            "\(HeldBill.limit) bills are parked, no more can be. This one stays open: pay or void "
                + "it, then resume one of the others.")
    }

    /// Bills that wait since the last run.
    package func heldWaiting(_ count: Int) -> Row {
        Row(.notice, (count == 1 ? "One bill is" : "\(count) bills are") + " parked: type held.")
    }

    /// The books have what an error made doubtful; the bill is shown as they have it.
    package func writtenAfterAll(_ bill: OpenBill?) -> [Row] {
        [Row(.notice, "The disk reported an error, but the last input was saved. The bill now:")]
            + (bill.map(table(of:)) ?? [Row(.plain, "No bill is open.")])
    }

    private func row(_ held: HeldBill) -> String {
        let customer = held.bill.customer.map { self.customer($0).text }
        let columns = [
            String(held.number).leftPadded(to: 3),
            Self.lines(held.bill).leftPadded(to: 9),
            amount(held.bill.total).leftPadded(to: 12),
            "since " + held.since.receiptText,
        ]
        return (columns + [customer].compactMap(\.self)).joined(separator: "  ")
    }

    private static func lines(_ bill: OpenBill) -> String {
        bill.lines.count == 1 ? "1 line" : "\(bill.lines.count) lines"
    }
}
