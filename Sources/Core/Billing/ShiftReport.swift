/// What a shift's report says; a Z report never changes once it is made.
package struct ShiftReport: Hashable, Sendable {
    /// The number of a Z report; nil for an X report, which has none and closes nothing.
    package let number: Int64?
    /// How the shift began.
    package let opening: ShiftOpening
    /// When the report was made, on the shop's clock.
    package let at: CivilTime
    /// Who made it.
    package let cashier: String
    /// What the books say.
    package let facts: ShiftFacts
    /// What was counted in the drawer; nil for an X report.
    package let counted: Money?

    /// Gathers a report.
    package init(
        number: Int64?, opening: ShiftOpening, at: CivilTime, cashier: String, facts: ShiftFacts,
        counted: Money?
    ) {
        self.number = number
        self.opening = opening
        self.at = at
        self.cashier = cashier
        self.facts = facts
        self.counted = counted
    }

    /// What must be in the drawer: the float, what came and went, and what open bills have paid.
    package var expected: Money {
        opening.float + facts.figures.cash + facts.openCash - opening.openCash
    }

    /// By how much more was counted than must be there; below zero cash is missing.
    package var difference: Money? { counted.map { $0 - expected } }
}

/// How a shift began.
package struct ShiftOpening: Hashable, Sendable {
    /// The till.
    package let till: Int
    /// The cash that the drawer began with.
    package let float: Money
    /// Who counted it.
    package let cashier: String
    /// When, on the shop's clock.
    package let at: CivilTime
    /// The cash that bills had paid in part that were open then.
    package let openCash: Money

    /// Gathers a beginning.
    package init(till: Int, float: Money, cashier: String, at: CivilTime, openCash: Money) {
        self.till = till
        self.float = float
        self.cashier = cashier
        self.at = at
        self.openCash = openCash
    }
}

/// What the books say about a shift at one moment.
package struct ShiftFacts: Hashable, Sendable {
    /// What happened since the shift was opened.
    package let figures: ShiftFigures
    /// What happened between the shift before and this one, while none was open.
    package let outside: ShiftFigures
    /// The cash that open bills have paid in part.
    package let openCash: Money
    /// How many documents the chain of bills has.
    package let documents: Int64
    /// The hash over all of them in hexadecimal digits; nil before the first.
    package let chainHead: String?

    /// Gathers facts.
    package init(
        figures: ShiftFigures, outside: ShiftFigures, openCash: Money, documents: Int64,
        chainHead: String?
    ) {
        self.figures = figures
        self.outside = outside
        self.openCash = openCash
        self.documents = documents
        self.chainHead = chainHead
    }
}
