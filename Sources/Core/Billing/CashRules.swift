/// What a shop's law and purse say about notes and coins.
package struct CashRules: Hashable, Sendable {
    /// The amount in cash from which on one bill may not take it; nil where there is no such law.
    package let ceiling: Money?
    /// The notes in use, in ascending order.
    package let notes: [Money]

    /// Gathers rules; notes that are not above zero are left out.
    package init(ceiling: Money?, notes: [Money]) {
        self.ceiling = ceiling
        self.notes = notes.filter { $0 > .zero }.sorted()
    }

    /// India: section 269ST of the Income-tax Act, and the notes of the Reserve Bank in use.
    package static let india = CashRules(
        ceiling: Money(minorUnits: 200_000_00),
        notes: [10, 20, 50, 100, 200, 500].map { Money(minorUnits: $0 * 100) })

    /// Refuses cash that would bring what a bill keeps in cash to the ceiling or over it, or what
    /// one customer has paid in cash on one day.
    ///
    /// Section 269ST counts a person's cash of a day together, a single transaction, and what is
    /// paid for one occasion. `earlier` is what the customer has paid in cash that day already.
    package func check(cashKept: Money, earlier: Money = .zero) throws(Rejection) {
        guard let ceiling else { return }
        if cashKept >= ceiling { throw .payment(.tooMuchCash(cashKept, ceiling: ceiling)) }
        guard cashKept > .zero, cashKept + earlier >= ceiling else { return }
        throw .payment(.tooMuchCashToday(earlier: earlier, ceiling: ceiling))
    }

    /// What a customer is likely to hand over for an amount: the amount, then the next notes up.
    ///
    /// Ascending, without repetition, four at most.
    package func likely(for due: Money) -> [Money] {
        guard due > .zero else { return [] }
        var amounts = [due]
        for note in notes {
            let count = (due.minorUnits + note.minorUnits - 1) / note.minorUnits
            let up = Money(minorUnits: count * note.minorUnits)
            if !amounts.contains(up) { amounts.append(up) }
        }
        if let largest = notes.last {
            let count = (due.minorUnits + largest.minorUnits - 1) / largest.minorUnits
            let more = Money(minorUnits: (count + 1) * largest.minorUnits)
            if amounts.count < 4 { amounts.append(more) }
        }
        return Array(amounts.sorted().prefix(4))
    }
}
