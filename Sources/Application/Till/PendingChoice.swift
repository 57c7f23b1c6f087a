import Billing

/// A table with numbers that the next typed line may pick from.
enum PendingChoice {
    /// Products that a search found.
    case product([Product])
    /// Batches behind a line of the open bill, by the line's number.
    case batch([ShelfBatch], line: Int)
    /// Amounts of cash that a customer is likely to hand over.
    case cash([Money])
    /// Printed prices of a code that was scanned.
    case mrp(MRPQuestion)
}

/// A scan whose code has several printed prices; it stands with one of them, until another is said.
struct MRPQuestion {
    /// The sale before the scan.
    let before: Sale
    /// The sale with it: an answer counts while this is how the sale stands.
    let after: Sale
    /// The stock of each printed price.
    let groups: [Offer]
    /// How much was scanned.
    let quantity: Quantity
}
