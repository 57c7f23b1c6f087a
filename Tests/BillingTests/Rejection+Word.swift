import Billing

extension Rejection {
    /// Every kind of refusal in a word.
    static let words = [
        "noOpenBill", "billOpen", "emptyBill", "noSuchLine", "notEnoughStock", "noQuantity",
        "notWhole", "quantityTooLarge", "billTooLarge", "priceBelowCost", "priceAboveMRP",
        "discountBelowCost", "discountTooLarge", "discountOverLimit", "buyerMissing", "cashShort",
        "payment", "settling",
    ]

    // Exhaustive on purpose: a new refusal does not compile until the random histories meet it.
    var word: String {
        switch self {
        case .noOpenBill: "noOpenBill"
        case .billOpen: "billOpen"
        case .emptyBill: "emptyBill"
        case .noSuchLine: "noSuchLine"
        case .notEnoughStock: "notEnoughStock"
        case .noQuantity: "noQuantity"
        case .notWhole: "notWhole"
        case .quantityTooLarge: "quantityTooLarge"
        case .billTooLarge: "billTooLarge"
        case .priceBelowCost: "priceBelowCost"
        case .priceAboveMRP: "priceAboveMRP"
        case .discountBelowCost: "discountBelowCost"
        case .discountTooLarge: "discountTooLarge"
        case .discountOverLimit: "discountOverLimit"
        case .noBatches: "noBatches"
        case .buyerMissing: "buyerMissing"
        case .cashShort: "cashShort"
        case .payment: "payment"
        case .returning: "returning"
        case .settling: "settling"
        }
    }
}
