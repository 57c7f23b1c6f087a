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

    /// Gathers what the ledger says.
    package init(
        id: BatchID, label: String, available: Quantity, cost: Money, price: Money, mrp: Money?
    ) {
        self.id = id
        self.label = label
        self.available = available
        self.cost = cost
        self.price = price
        self.mrp = mrp
    }
}

/// A product and its sellable batches, oldest first: the facts a scan brings to the sale.
package struct Offer: Hashable, Sendable {
    /// The product.
    package let product: Product
    /// Its sellable batches, the one received first in front; none has zero available.
    package let batches: [Batch]
    /// Whether the batches were picked by their label, not by their age.
    package let isPicked: Bool

    /// Gathers the facts; the order of `batches` is the order of selling.
    package init(product: Product, batches: [Batch], isPicked: Bool = false) {
        self.product = product
        self.batches = batches
        self.isPicked = isPicked
    }

    /// How much of the product can be sold in all.
    package var available: Quantity {
        batches.reduce(.zero) { $0 + $1.available }
    }
}
