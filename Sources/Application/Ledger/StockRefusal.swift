package import Billing

/// Why stock was not changed; nothing of it is in the books.
package enum StockRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// No product has the code.
    case noProduct(code: String)
    /// The product has no such batch; those it has stand behind it.
    case noBatch(String, product: String, known: [String])
    /// The product has such a batch already.
    case isThere(String, product: String)
    /// There is less in the batch than is to be taken out.
    case tooFew(String, holds: Quantity)
    /// The batch has as much as it should have.
    case unchanged(String, holds: Quantity)
    /// What was sold below zero is made up by a receipt of stock, and not by hand.
    case isDeficit(String)
    /// A product that is counted in pieces has no broken ones.
    case broken(Quantity, unit: String)

    package var description: String {
        let safe = "Nothing was changed."
        switch self {
        case .noProduct(let code): return "No product has the code \(code). \(safe)"
        case .noBatch(let label, let product, let known):
            let list = known.isEmpty ? "it has none" : "it has " + known.joined(separator: ", ")
            return "\(product) has no batch \(label); \(list). \(safe)"
        case .isThere(let label, let product):
            return "\(product) has a batch \(label) already. Give this one another label. \(safe)"
        case .tooFew(let label, let quantity):
            return "Batch \(label) holds \(quantity.digits), which is less. \(safe)"
        case .unchanged(let label, let quantity):
            return "Batch \(label) holds \(quantity.digits) as it is. \(safe)"
        case .isDeficit(let label):
            return "Batch \(label) stands for goods that were sold and never received. Receive the "
                + "delivery they came with: it makes up for them. \(safe)"
        case .broken(let quantity, let unit):
            return "\(quantity.digits) is broken, and this product is counted in \(unit). \(safe)"
        }
    }
}
