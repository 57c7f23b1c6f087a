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

    /// A pack whose own last day is over.
    package func expired(on day: String, product: String) -> Row {
        Row(.refusal, "It expired on \(day). Take it off the shelf; nothing was added: \(product)")
    }

    /// The batch on the pack is in the books, but nothing of it may be sold.
    package func batchNotForSale(_ label: String, product: String) -> Row {
        Row(
            .refusal,
            "Batch \(label) cannot be sold: it is sold out, blocked or expired. Put the pack "
                + "aside and look at its stock: \(product)")
    }

    /// The batch on the pack has less left than the bill would need.
    package func batchShort(_ label: String, left: Quantity, wanted: Quantity, of product: Product)
        -> Row
    {
        let unit = product.unit.symbol
        return Row(
            .refusal,
            "Only \(left.digits) \(unit) of batch \(label) left beside this bill's, "
                + "\(wanted.digits) wanted. If the line was counted from the wrong batch, take it "
                + "out and scan the packs again, those with their batch on them first: "
                + product.name)
    }

    /// The batch on the pack is not in the books; the sale was made all the same.
    package func batchUnknown(_ label: String) -> Row {
        Row(.notice, "Batch \(label) is not in the books: it was taken from the oldest stock.")
    }

    /// A pack's code has a weight, and its product is not sold by the kilogram.
    package func weightForOther(_ product: Product) -> Row {
        Row(
            .refusal,
            "The code has a weight, but it is sold by the \(product.unit.symbol). Type how many, "
                + "as 3*\(product.barcode): \(product.name)")
    }

    /// A pack's code has a count or a price but no weight, and its product is measured.
    package func weightMissing(_ product: Product) -> Row {
        Row(
            .refusal,
            "The code does not say how much it is. Weigh it and type "
                + "0.450*\(product.barcode): \(product.name)")
    }

    /// A broken number was typed in front of a code that says how much is in the pack.
    package func packsNotWhole(_ product: Product) -> Row {
        Row(
            .refusal,
            "The code says how much is in the pack. Type whole packs in front of it: "
                + product.name)
    }

    /// The label asks for a price of its own; the catalogue's was taken.
    package func labelPriceNotUsed(_ price: String) -> Row {
        Row(
            .notice,
            "The label says \(price); the catalogue's price was taken. To sell at another one, "
                + "type price.")
    }

    private func sentence(for rejection: Rejection) -> String {
        switch rejection {
        case .noOpenBill: "There is no open bill. Scan something first."
        case .billOpen:
            "Another bill is open. Pay it, type hold to put it aside, or void to throw it away."
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
        case .discountBelowCost(let product, let price, let cost, let batch):
            "After the discounts \(amount(price)) a unit would be left, below the cost of "
                + "\(amount(cost)) of batch \(batch). Take a discount off first: \(product)"
        case .discountTooLarge(let discount, let whole):
            "\(amount(discount)) cannot be taken off \(amount(whole)). Type a smaller discount."
        case .discountOverLimit(let limit):
            "This shop takes off \(Wording.percent(limit)) at most. Type a smaller discount."
        case .noBatches(let product): "It is in no stock and has no batches: \(product)"
        case .buyerMissing(let from):
            "A bill of \(amount(from)) or more names who buys. Type buyer and the name, and "
                + "address and where they are; then pay again."
        case .cashShort(let missing): "Not enough: \(amount(missing)) is missing."
        case .returning(let reason): returnSentence(for: reason)
        case .payment(let reason): paymentSentence(for: reason)
        case .settling: "The bill is being saved. Wait for its number."
        }
    }
}
