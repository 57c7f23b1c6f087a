/// Which closed bills are looked for; everything that is said must hold.
package struct BillSearch: Hashable, Sendable {
    /// A part of the number on the receipt; upper and lower case are one.
    package var number: String?
    /// The phone of the customer on the bill.
    package var phone: Phone?
    /// The number of the customer on the bill (`CUST0001`).
    package var customer: String?
    /// The first day.
    package var from: CivilDate?
    /// The last day.
    package var to: CivilDate?
    /// What the bill came to.
    package var amount: Money?

    /// Looks for every bill.
    package init() {}

    /// Reads what a person types behind `bills`, in any order: words that are unmistakable.
    ///
    /// `CUST0001` is a customer, `2026-11-15` a day (a second one ends a span of days), `500.00` and
    /// `₹500` are amounts, a phone by the shop's rule is one, blanks in it or not; any other word is a
    /// part of a number. Throws the sentence that says which word is wrong.
    package init(parsing text: some StringProtocol, rule: Phone.Rule) throws(BillSearchError) {
        if let phone = Self.phone(String(text), rule) {
            self.phone = phone
            return
        }
        for word in text.split(whereSeparator: \.isWhitespace) {
            try take(String(word), rule)
        }
    }

    private mutating func take(_ word: String, _ rule: Phone.Rule) throws(BillSearchError) {
        if let day = CivilDate(iso: word) {
            if from == nil { from = day } else { to = day }
        } else if word.uppercased().hasPrefix("CUST") {
            customer = word.uppercased()
        } else if word.hasPrefix("₹") || word.contains(".") {
            amount = try Self.amount(word)
        } else if let phone = Self.phone(word, rule) {
            self.phone = phone
        } else {
            guard number == nil, word.utf8.count <= 32 else {
                throw BillSearchError(
                    "`\(word)` is neither a day, a phone, an amount nor a customer")
            }
            number = word
        }
    }

    /// Digits that look like money with a sign in front or a point in them.
    private static func amount(_ word: String) throws(BillSearchError) -> Money {
        do throws(Money.ParseError) {
            return try Money(parsing: word.first == "₹" ? word.dropFirst() : word[...])
        } catch {
            throw BillSearchError("`\(word)` is no amount")
        }
    }

    private static func phone(_ text: String, _ rule: Phone.Rule) -> Phone? {
        do throws(Phone.Refusal) {
            return try Phone(parsing: text, rule: rule)
        } catch {
            // Then it is something else; what reads it next says what is wrong with it.
            return nil
        }
    }

    /// Whether it asks for nothing but a customer's bills.
    package var isOfCustomer: Bool {
        number == nil && from == nil && amount == nil && (phone != nil || customer != nil)
    }

    /// The last day that is looked for: a day alone is its own end.
    package var lastDay: CivilDate? { to ?? from }
}

/// Why words say nothing that bills could be found by.
package struct BillSearchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for the person who typed it.
    package let description: String

    init(_ description: String) { self.description = description }
}
