/// Why the sale refused an event; a refused event leaves the sale as it was.
package enum Rejection: Error, Hashable, Sendable {
    /// There is no open bill that could be changed or paid.
    case noOpenBill
    /// Another bill is open, and there is room for one on the screen.
    case billOpen
    /// The open bill has no line yet.
    case emptyBill
    /// The bill has no such line; how many it has.
    case noSuchLine(Int, count: Int)
    /// More was asked for than there is in stock.
    case notEnoughStock(product: String, wanted: Quantity, inStock: Quantity, unit: String)
    /// Nothing of a product was asked for.
    case noQuantity
    /// A counted product in a broken quantity.
    case notWhole(product: String, unit: String)
    /// Beyond the largest quantity.
    case quantityTooLarge
    /// Beyond the largest total of one bill.
    case billTooLarge
    /// The price is under what the named batch cost.
    case priceBelowCost(product: String, price: Money, cost: Money, batch: String)
    /// The price is over the maximum retail price of the named batch.
    case priceAboveMRP(product: String, price: Money, mrp: Money, batch: String)
    /// The discounts would leave less a unit than the named batch cost; `price` is what is left.
    case discountBelowCost(product: String, price: Money, cost: Money, batch: String)
    /// More is to be taken off than there is to pay.
    case discountTooLarge(Money, of: Money)
    /// More is to be taken off than the shop allows, in hundredths of a percent.
    case discountOverLimit(hundredths: Int)
    /// A batch was to be picked for something that has none.
    case noBatches(product: String)
    /// From this total on a bill has to name the buyer.
    case buyerMissing(from: Money)
    /// Less cash than the total; what is missing.
    case cashShort(Money)
    /// Something about goods that come back.
    case returning(ReturnRejection)
    /// Something about how it is paid.
    case payment(PaymentRejection)
    /// The bill is being saved; nothing can change it.
    case settling
}
