package import Billing

extension Wording {
    /// Why the sale refused, in one sentence that says what to do next.
    package func refusal(_ rejection: Rejection) -> Row {
        Row(.refusal, sentence(for: rejection))
    }

    /// No product has this code; the code has been made safe to show.
    package func unknownBarcode(_ code: String) -> Row {
        Row(.refusal, "No product has the barcode \(code). Nothing was added.")
    }

    /// A code that cannot be a barcode.
    package func unreadableBarcode(_ code: String, reason: String) -> Row {
        Row(.refusal, "\(code): \(reason) Nothing was added.")
    }

    /// A phone number that breaks the rule.
    package func badPhone(_ refusal: Phone.Refusal) -> Row {
        Row(.refusal, "That is no phone number: \(refusal.rule.sentence). Nothing was changed.")
    }

    /// A name without a customer to give it to.
    package var nameWithoutPhone: Row {
        Row(.refusal, "A name needs a phone number first: type phone 98765 43210.")
    }

    private func sentence(for rejection: Rejection) -> String {
        switch rejection {
        case .noOpenBill: "There is no open bill. Scan something first."
        case .emptyBill: "The bill has no line yet. Scan something first."
        case .noSuchLine(let line, let count): "There is no line \(line); the bill has \(count)."
        case .notEnoughStock(let product, let wanted, let inStock, let unit):
            "Only \(inStock.digits) \(unit) in stock, \(wanted.digits) wanted: \(product)"
        case .noQuantity: "Nothing of it was asked for; nothing was changed."
        case .notWhole(let product, let unit): "Sold by the whole \(unit) only: \(product)"
        case .quantityTooLarge: "That is more than a bill can hold of one product."
        case .billTooLarge: "The bill would be more than a till can take. Start another one."
        case .priceBelowCost(let product, let price, let cost, let batch):
            "\(amount(price)) is below the cost of \(amount(cost)) of batch \(batch): \(product)"
        case .priceAboveMRP(let product, let price, let mrp, let batch):
            "\(amount(price)) is above the MRP of \(amount(mrp)) of batch \(batch): \(product)"
        case .cashShort(let missing): "Not enough: \(amount(missing)) is missing."
        case .settling: "The bill is being saved. Wait for its number."
        }
    }
}
