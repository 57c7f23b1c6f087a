/// The till's own consecutive number: `BILL-YYTTNNNNNN`.
///
/// Indian GST rule 46(b) allows 16 characters, consecutive and unique in a financial year; these
/// are 15: the financial year's starting year, the till, the sequence; and 16 beyond the 999,999th.
package struct BillNumber: Hashable, Sendable {
    /// The last two digits of the year in which the financial year starts.
    package let financialYear: Int
    /// The till, 1 to 99.
    package let till: Int
    /// The position in the till's series of that year, from 1.
    package let sequence: Int64

    /// The last sequence that the rule's 16 characters hold.
    package static let lastSequence: Int64 = 9_999_999

    /// Gathers a number; the parts are the ledger's own.
    package init(financialYear: Int, till: Int, sequence: Int64) {
        precondition((0...99).contains(financialYear) && (1...99).contains(till) && sequence > 0)
        self.financialYear = financialYear
        self.till = till
        self.sequence = sequence
    }

    /// The number as it stands on the receipt.
    package var text: String { "BILL-" + digits }

    /// The number of a credit note, which has a series of its own: `CN-YYTTNNNNNN`.
    package var creditNoteText: String { "CN-" + digits }

    private var digits: String {
        padded(financialYear, to: 2) + padded(till, to: 2) + padded(Int(sequence), to: 6)
    }

    /// The till whose series a text would belong to; nil for what no till of any shop gives.
    package static func till(ofNumber text: String) -> Int? {
        guard let prefix = ["BILL-", "CN-"].first(where: text.hasPrefix) else { return nil }
        let digits = text.utf8.dropFirst(prefix.utf8.count).map { Int($0) - 48 }
        guard (10...11).contains(digits.count), digits.allSatisfy((0...9).contains) else {
            return nil
        }
        return digits[2] * 10 + digits[3]
    }

    /// The financial year that a day belongs to: 26 for April 2026 to March 2027.
    package static func financialYear(of date: CivilDate, startingIn month: Int = 4) -> Int {
        (date.month >= month ? date.year : date.year - 1) % 100
    }
}

/// The customers' numbers: `CUST0001`, growing to `CUST10000`.
package enum CustomerNumber {
    /// The number of the customer that was the `sequence`-th to be created.
    package static func text(sequence: Int64) -> String {
        "CUST" + padded(Int(sequence), to: 4)
    }
}
