/// First in, first out: which batches a quantity is taken from.
package enum Allocation {
    /// Less is in stock than was asked for.
    package struct Shortage: Error, Hashable, Sendable {
        /// What can be sold.
        package let available: Quantity
    }

    /// Takes `quantity` from the batches in their order, each emptied before the next.
    ///
    /// The parts add up to `quantity` exactly; no part is empty and none exceeds its batch.
    package static func firstInFirstOut(
        _ quantity: Quantity, from offer: Offer
    ) throws(Shortage) -> [LinePart] {
        var remaining = quantity
        var parts: [LinePart] = []
        for batch in offer.batches where remaining > .zero {
            let taken = min(batch.available, remaining)
            guard taken > .zero else { continue }
            parts.append(LinePart(batch: batch, quantity: taken))
            remaining = remaining - taken
        }
        guard remaining == .zero else { throw Shortage(available: offer.available) }
        return parts
    }
}

/// The piece of a line that comes from one batch, at that batch's cost and price.
package struct LinePart: Hashable, Sendable {
    /// The batch's row.
    package let batch: BatchID
    /// The label people know the batch by.
    package let label: String
    /// How much is taken from it.
    package let quantity: Quantity
    /// What one unit of it cost the shop.
    package let cost: Money
    /// What one unit of it sells for.
    package let price: Money
    /// The pack's maximum retail price, if one is printed.
    package let mrp: Money?
    /// Whether the books do not have it: it is sold below zero until stock is received.
    package let isBelowZero: Bool

    /// Takes a quantity from a batch.
    package init(batch: Batch, quantity: Quantity) {
        self.init(
            batch: batch.id, label: batch.label, quantity: quantity, cost: batch.cost,
            price: batch.price, mrp: batch.mrp, isBelowZero: batch.isBelowZero)
    }

    /// Gathers a part that was stored earlier.
    package init(
        batch: BatchID, label: String, quantity: Quantity, cost: Money, price: Money, mrp: Money?,
        isBelowZero: Bool = false
    ) {
        self.batch = batch
        self.label = label
        self.quantity = quantity
        self.cost = cost
        self.price = price
        self.mrp = mrp
        self.isBelowZero = isBelowZero
    }

    /// The same part sold at another price.
    package func priced(at price: Money) -> LinePart {
        LinePart(
            batch: batch, label: label, quantity: quantity, cost: cost, price: price, mrp: mrp,
            isBelowZero: isBelowZero)
    }

    /// What the part cost the shop.
    package var totalCost: Money { cost * quantity }
}
