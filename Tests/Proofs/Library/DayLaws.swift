/// Laws of random days that need to know what happened: what was delivered, what the till said.
///
/// As those of `BookLaws` they are queries that answer 0; `?1` is the number of a bill here too.
package enum DayLaws {
    /// What happened, in the order of the parameters from `?2` on.
    package struct Facts: Sendable {
        /// What the deliveries brought, in thousandths.
        package var received: Int64 = 0
        /// How many documents the till said.
        package var documents: Int64 = 0
        /// The money of the bills that it said, from its rows alone.
        package var sold: Int64 = 0
        /// The money of the credit notes that it said.
        package var back: Int64 = 0
        /// The cash that it said went into the drawer beside any bill, less what went out.
        package var moved: Int64 = 0
        /// The number of the last bill before a batch was blocked, or let go again, the last time.
        package var blocked: Int64 = 0
        /// Whether the shop's costs have the tax in them.
        package var costsIncludeTax = true

        /// Nothing has happened.
        package init() {}

        var values: [Int64] {
            [received, documents, sold, back, moved, blocked, costsIncludeTax ? 1 : 0]
        }
    }

    /// All of them.
    package static let laws = [
        BookLaws.Law(
            "what was received is on the shelves, or sold and not brought back",
            """
            SELECT total(quantity) - ?2 + (SELECT total(l.quantity
                * iif(b.credit_note_of IS NULL, 1, -1)) FROM bill_line l JOIN bill b
                ON b.id = l.bill_id WHERE l.product_id > 0) FROM batch
            """),
        BookLaws.Law("each document was said", "SELECT count(*) - ?3 FROM bill"),
        BookLaws.Law(
            "the bills' money is what was said",
            "SELECT total(total) - ?4 FROM bill WHERE credit_note_of IS NULL"),
        BookLaws.Law(
            "the credit notes' money is what was said",
            "SELECT total(total) - ?5 FROM bill WHERE credit_note_of IS NOT NULL"),
        BookLaws.Law(
            "the cash that went into the drawer and out of it is what was said",
            "SELECT total(iif(kind = 'payin', amount, -amount)) - ?6 FROM cash_movement"),
        BookLaws.Law(
            "nothing of a batch was sold while it was blocked",
            """
            SELECT count(*) FROM stock_movement s JOIN batch c ON c.id = s.batch_id
            WHERE s.type = 'sale' AND s.bill_id > ?7 AND c.is_blocked = 1
            """),
        BookLaws.Law(
            // The bill does not say the rate by which tax is added to a cost where none is collected.
            "profit without tax is the total less the taxes and the costs without tax",
            """
            SELECT count(*) FROM bill b WHERE id > ?1 AND (tax_regime = 'regular' OR ?8 = 1)
                AND profit_excl_tax IS NOT total - (
                    SELECT sum(ifnull(cgst + sgst, 0) + iif(b.tax_regime = 'regular' AND ?8 = 1,
                        (cost * 20000 + 10000 + gst_rate) / (2 * (10000 + gst_rate)), cost))
                    FROM bill_line WHERE bill_id = b.id)
            """),
    ]

    /// The queries of all laws, for books that nobody has open and what happened in them.
    package static func queries(_ facts: Facts) -> [String] {
        laws.map { law in
            zip(1..., [0] + facts.values).reduce(law.query) { query, fact in
                query.replacing("?\(fact.0)", with: "\(fact.1)")
            }
        }
    }

    /// The laws that books break, by name; empty when they are as they should be.
    package static func broken(answers: ArraySlice<Int64>) -> [String] {
        zip(laws, answers).filter { $0.1 != 0 }.map(\.0.name)
    }
}
