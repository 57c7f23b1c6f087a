import Billing

extension Offer {
    /// The same stock, with what a line shows in front, as far as it is still there.
    ///
    /// So a batch that was picked by its label stays picked when the line is allocated afresh. A
    /// batch of which the line has a part only stands twice, once for that part and once for the
    /// rest.
    func keeping(_ parts: [LinePart]) -> Offer {
        var rest = batches
        var kept: [Batch] = []
        for part in parts {
            guard let index = rest.firstIndex(where: { $0.id == part.batch }) else { continue }
            let share = min(part.quantity, rest[index].available)
            kept.append(rest[index].holding(share))
            rest[index] = rest[index].holding(rest[index].available - share)
        }
        return Offer(product: product, batches: (kept + rest).filter { $0.available > .zero })
    }
}

extension Batch {
    /// The same batch with another quantity to sell.
    fileprivate func holding(_ quantity: Quantity) -> Batch {
        Batch(
            id: id, label: label, available: quantity, cost: cost, price: price, mrp: mrp)
    }
}
