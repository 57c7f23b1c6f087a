extension CartLine {
    /// The line of a product that has just been scanned for the first time.
    static func opened(with offer: Offer, _ quantity: Quantity) throws(Rejection) -> CartLine {
        let line = CartLine(
            product: offer.product, parts: try allocate(quantity, from: offer, wanted: quantity),
            isBatchPicked: offer.isPicked)
        try line.checkPrices()
        return line
    }

    /// The line with more of the product; what was shown before keeps its price.
    func adding(_ more: Quantity, from offer: Offer) throws(Rejection) -> CartLine {
        let rest = Offer(product: offer.product, batches: offer.batches.map(withoutOwnShare))
        let added = try Self.allocate(
            more, from: rest, wanted: quantity + more, inStock: offer.available)
        return try replacing(
            parts: parts + added.map(pricedLikeThisLine), isPicked: offer.isPicked)
    }

    /// The line with another quantity, allocated afresh.
    func setting(_ quantity: Quantity, from offer: Offer) throws(Rejection) -> CartLine {
        let fresh = try Self.allocate(quantity, from: offer, wanted: quantity)
        return try replacing(parts: fresh.map(pricedLikeThisLine))
    }

    /// The line at another price, never below what its batches cost nor above their MRP.
    func priced(at price: Money) throws(Rejection) -> CartLine {
        let line = CartLine(
            product: product, parts: parts.map { $0.priced(at: price) }, isPriceEdited: true,
            isBatchPicked: isBatchPicked)
        try line.checkPrices()
        return line
    }

    /// The line as it is paid: batches and costs of this moment, prices as they were shown.
    func settled(from offer: Offer) throws(Rejection) -> CartLine {
        var fresh = try Self.allocate(quantity, from: offer, wanted: quantity)[...]
        var settled: [LinePart] = []
        for row in parts {
            var wanted = row.quantity
            while wanted > .zero, let part = fresh.popFirst() {
                let taken = min(part.quantity, wanted)
                settled.append(part.taking(taken).priced(at: row.price))
                if part.quantity > taken { fresh = [part.taking(part.quantity - taken)] + fresh }
                wanted = wanted - taken
            }
        }
        return try replacing(parts: settled)
    }

    private func replacing(
        parts: [LinePart], isPicked: Bool = false
    ) throws(Rejection) -> CartLine {
        let line = CartLine(
            product: product, parts: Self.merged(parts), isPriceEdited: isPriceEdited,
            isBatchPicked: isBatchPicked || isPicked)
        try line.checkPrices()
        return line
    }

    private func checkPrices() throws(Rejection) {
        let below = parts.filter { $0.price < $0.cost }
        if let worst = below.max(by: { $0.cost < $1.cost }) {
            throw .priceBelowCost(
                product: product.name, price: worst.price, cost: worst.cost, batch: worst.label)
        }
        for part in parts {
            if let mrp = part.mrp, part.price > mrp {
                throw .priceAboveMRP(
                    product: product.name, price: part.price, mrp: mrp, batch: part.label)
            }
        }
    }

    private func pricedLikeThisLine(_ part: LinePart) -> LinePart {
        guard isPriceEdited, let price = parts.first?.price else { return part }
        return part.priced(at: price)
    }

    private func withoutOwnShare(_ batch: Batch) -> Batch {
        let own = parts.filter { $0.batch == batch.id }.reduce(.zero) { $0 + $1.quantity }
        return Batch(
            id: batch.id, label: batch.label, available: max(.zero, batch.available - own),
            cost: batch.cost, price: batch.price, mrp: batch.mrp)
    }

    private static func allocate(
        _ quantity: Quantity, from offer: Offer, wanted: Quantity, inStock: Quantity? = nil
    ) throws(Rejection) -> [LinePart] {
        guard quantity > .zero else { throw .noQuantity }
        guard !offer.product.unit.isCounted || quantity.isWhole else {
            throw .notWhole(product: offer.product.name, unit: offer.product.unit.symbol)
        }
        guard wanted <= Quantity.limit else { throw .quantityTooLarge }
        do throws(Allocation.Shortage) {
            return try Allocation.firstInFirstOut(quantity, from: offer)
        } catch {
            throw .notEnoughStock(
                product: offer.product.name, wanted: wanted, inStock: inStock ?? error.available,
                unit: offer.product.unit.symbol)
        }
    }

    /// Neighbouring parts of one batch at one price become one part.
    private static func merged(_ parts: [LinePart]) -> [LinePart] {
        parts.reduce(into: []) { merged, part in
            if let last = merged.last, last.batch == part.batch, last.price == part.price {
                merged[merged.count - 1] = last.taking(last.quantity + part.quantity)
            } else {
                merged.append(part)
            }
        }
    }
}

extension LinePart {
    /// The same part with another quantity.
    func taking(_ quantity: Quantity) -> LinePart {
        LinePart(
            batch: batch, label: label, quantity: quantity, cost: cost, price: price, mrp: mrp)
    }
}
