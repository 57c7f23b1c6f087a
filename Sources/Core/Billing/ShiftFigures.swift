/// What a stretch of the books moved: bills, their money by means, and cash beside bills.
package struct ShiftFigures: Hashable, Sendable {
    /// How many bills were sold.
    package var bills = 0
    /// How many credit notes were given.
    package var creditNotes = 0
    /// What the bills come to.
    package var sales = Money.zero
    /// What the credit notes come to, which is owed to customers.
    package var returns = Money.zero
    /// What the bills' discounts took off.
    package var discounts = Money.zero
    /// The tax in the bills, less that in the credit notes.
    package var tax = Money.zero
    /// The legal number of the first bill; nil where none was sold.
    package var firstNumber: String?
    /// The legal number of the last bill.
    package var lastNumber: String?
    /// The money by means, in the order of `Tender`; means without any are left out.
    package var tenders: [TenderFigures] = []
    /// Cash that was put into the drawer beside bills.
    package var payIns = Money.zero
    /// Cash that was taken out of it beside bills.
    package var payOuts = Money.zero

    /// Figures of a stretch in which nothing happened.
    package init() {}

    /// The money of one means; all zero where there was none.
    package func tender(_ tender: Tender) -> TenderFigures {
        tenders.first { $0.tender == tender } ?? TenderFigures(tender)
    }

    /// By how much there is more cash in the drawer than before.
    package var cash: Money { tender(.cash).net + payIns - payOuts }

    /// Whether nothing happened at all.
    package var isEmpty: Bool { self == ShiftFigures() }
}

/// The money of one means in a stretch of the books.
package struct TenderFigures: Hashable, Sendable {
    /// The means.
    package let tender: Tender
    /// What bills took by it, less the change.
    package var taken = Money.zero
    /// What credit notes gave back by it.
    package var givenBack = Money.zero
    /// What corrections of payments moved to it, less what they moved away.
    package var corrected = Money.zero
    /// What customers repaid by it.
    package var repaid = Money.zero

    /// Begins at zero.
    package init(_ tender: Tender) { self.tender = tender }

    /// What came in by it, less what went out.
    package var net: Money { taken - givenBack + corrected + repaid }
}
