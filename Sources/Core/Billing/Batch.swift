/// A batch with what is left of it, as the ledger sees it at one moment.
package struct Batch: Hashable, Sendable {
    /// Its row.
    package let id: BatchID
    /// The label people know it by (`A1`).
    package let label: String
    /// How much of it can be sold.
    package let available: Quantity
    /// What one unit cost the shop.
    package let cost: Money
    /// What one unit sells for.
    package let price: Money
    /// The maximum retail price printed on the pack, if one is.
    package let mrp: Money?
    /// Whether it stands for goods in hand that the books do not have, sold below zero.
    package let isBelowZero: Bool

    /// Gathers what the ledger says.
    package init(
        id: BatchID, label: String, available: Quantity, cost: Money, price: Money, mrp: Money?,
        isBelowZero: Bool = false
    ) {
        self.id = id
        self.label = label
        self.available = available
        self.cost = cost
        self.price = price
        self.mrp = mrp
        self.isBelowZero = isBelowZero
    }

    /// The same batch with another quantity to sell.
    package func holding(_ quantity: Quantity) -> Batch {
        Batch(
            id: id, label: label, available: quantity, cost: cost, price: price, mrp: mrp,
            isBelowZero: isBelowZero)
    }
}

/// A product and its sellable batches, oldest first: the facts a scan brings to the sale.
package struct Offer: Hashable, Sendable {
    /// The product.
    package let product: Product
    /// Its sellable batches, the one received first in front; none has zero available.
    package let batches: [Batch]
    /// Whether the batches were picked by a label or a printed price, not by their age.
    package let isPicked: Bool
    /// How much one scan of the code stands for: the pieces in a carton, else one.
    package let pack: Quantity

    /// Gathers the facts; the order of `batches` is the order of selling.
    package init(
        product: Product, batches: [Batch], isPicked: Bool = false, pack: Quantity = .one
    ) {
        self.product = product
        self.batches = batches
        self.isPicked = isPicked
        self.pack = pack
    }

    /// How much of the product can be sold in all, without what the books do not have.
    package var available: Quantity {
        batches.filter { !$0.isBelowZero }.reduce(.zero) { $0 + $1.available }
    }
}
