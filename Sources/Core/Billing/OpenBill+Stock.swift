extension OpenBill {
    /// What all lines of an offer's product take from stock; of picked batches only what is theirs.
    func parts(of offer: Offer) -> [LinePart] {
        let parts = lines.filter { $0.product.id == offer.product.id }.flatMap(\.parts)
        guard offer.isPicked else { return parts }
        return parts.filter { part in offer.batches.contains { $0.id == part.batch } }
    }

    /// What the other lines of a line's product take from stock.
    func partsBeside(_ index: Int) -> [LinePart] {
        lines.indices
            .filter { $0 != index && lines[$0].product.id == lines[index].product.id }
            .flatMap { lines[$0].parts }
    }

    /// The lines as they are paid: batches, costs and rates of this moment, prices as shown.
    ///
    /// Picked batches go to the lines that picked them, whichever line stands first.
    func settledLines(from offers: [ProductID: Offer]) throws(Rejection) -> [CartLine] {
        var stock = offers
        var settled = lines
        let picked = lines.indices.filter { lines[$0].isBatchPicked }
        let others = lines.indices.filter { !lines[$0].isBatchPicked }
        for index in picked + others where !lines[index].isOpenItem {
            let product = lines[index].product
            let offer = stock[product.id] ?? Offer(product: product, batches: [])
            settled[index] = try lines[index].settled(from: offer)
            try settled[index].checkPrices(under: terms)
            stock[product.id] = offer.without(settled[index].parts)
        }
        return settled
    }

    /// Who the invoice names, where the law wants somebody named.
    func namedBuyer(owing total: Money) throws(Rejection) -> Buyer? {
        var buyer = self.buyer ?? Buyer()
        if buyer.name == nil, let customer, customer.name != BillCustomer.defaultName {
            buyer.name = customer.name
        }
        let isNeeded = terms.buyerNeededFrom.map { total >= $0 } ?? false
        guard isNeeded, terms.regime == .regular else { return self.buyer.map { _ in buyer } }
        guard buyer.name != nil, buyer.address != nil else {
            throw .buyerMissing(from: terms.buyerNeededFrom ?? .zero)
        }
        return buyer
    }
}

extension Offer {
    /// The same stock less what lines take of it.
    func without(_ parts: [LinePart]) -> Offer {
        guard !parts.isEmpty else { return self }
        let left = batches.map { batch in
            let taken = parts.filter { $0.batch == batch.id }.reduce(.zero) { $0 + $1.quantity }
            return batch.holding(max(.zero, batch.available - taken))
        }
        return Offer(product: product, batches: left, isPicked: isPicked, pack: pack)
    }

    /// The same stock, with what a line has picked in front, as far as it is still there.
    ///
    /// A batch of which the line has a part only stands twice, once for that part and once for the
    /// rest. Behind the line's own batches come those with the same printed price.
    func keeping(_ parts: [LinePart]) -> Offer {
        var rest = batches
        var kept: [Batch] = []
        for part in parts {
            guard let index = rest.firstIndex(where: { $0.id == part.batch }) else { continue }
            let share = min(part.quantity, rest[index].available)
            kept.append(rest[index].holding(share))
            rest[index] = rest[index].holding(rest[index].available - share)
        }
        let alike = rest.filter { batch in parts.contains { $0.mrp == batch.mrp } }
        let others = rest.filter { batch in !parts.contains { $0.mrp == batch.mrp } }
        return Offer(
            product: product, batches: (kept + alike + others).filter { $0.available > .zero },
            isPicked: isPicked, pack: pack)
    }
}
