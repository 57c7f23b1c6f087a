/// Which of a till's documents a bill is.
package enum BillKind: Hashable, Sendable {
    /// Goods went to the customer.
    case sale
    /// Goods of this bill came back; all its amounts are positive, and owed to the customer.
    case creditNote(of: String)

    /// The number of the bill whose goods came back; nil for a sale.
    package var citedBill: String? {
        switch self {
        case .sale: nil
        case .creditNote(let number): number
        }
    }
}

/// Which line and parts of an earlier bill a credit note's line gives back.
package struct ReturnOrigin: Hashable, Sendable {
    /// The line's place on that bill, from 0.
    package let line: Int
    /// The place of each part on that line, in the order of the credit note's parts.
    package let parts: [Int]

    /// Gathers an origin.
    package init(line: Int, parts: [Int]) {
        self.line = line
        self.parts = parts
    }
}

/// The place of a part on a bill.
package struct PartPlace: Hashable, Sendable {
    /// The line, from 0.
    package let line: Int
    /// The part on the line, from 0.
    package let part: Int

    /// Names a place.
    package init(line: Int, part: Int) {
        self.line = line
        self.part = part
    }
}
