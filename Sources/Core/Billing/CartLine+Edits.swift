// Prices are checked once the change is made, by whoever makes it: `checkPrices`.
extension CartLine {
    /// The line of a product that has just been scanned for the first time, or at another MRP.
    static func opened(
        with offer: Offer, _ quantity: Quantity, onBill: [LinePart]
    ) throws(Rejection) -> CartLine {
        CartLine(
            product: offer.product,
            parts: try allocate(
                quantity, from: offer.without(onBill), wanted: onBill.quantity + quantity,
                inStock: offer.available),
            isBatchPicked: offer.isPicked)
    }

    /// Whether further pieces of an offer belong on this line.
    ///
    /// Packs with another printed price are another line, once somebody looked at what is printed.
    package func joins(_ offer: Offer) -> Bool {
        guard product.id == offer.product.id, !isOpenItem else { return false }
        guard offer.isPicked, let printed = offer.onlyMRP else { return true }
        return parts.allSatisfy { $0.mrp == printed }
    }

    /// Adds more of the product; what was shown before keeps its price.
    ///
    /// `onBill` is what the bill has taken of the offer so far, this line's share among it.
    mutating func add(
        _ more: Quantity, from offer: Offer, onBill: [LinePart]
    ) throws(Rejection) {
        let added = try Self.allocate(
            more, from: offer.without(onBill), wanted: onBill.quantity + more,
            inStock: offer.available)
        parts = Self.merged(parts + added.map(pricedLikeThisLine))
        isBatchPicked = isBatchPicked || offer.isPicked
    }

    /// Takes another quantity, allocated afresh from what the other lines leave.
    mutating func set(_ quantity: Quantity, from offer: Offer) throws(Rejection) {
        let stock = isOpenItem ? Offer.openItem(product, price: parts[0].price) : offer
        let fresh = try Self.allocate(
            quantity, from: isBatchPicked ? stock.keeping(parts) : stock, wanted: quantity)
        parts = Self.merged(fresh.map(pricedLikeThisLine))
    }

    /// Takes the same quantity from these batches alone, at their prices.
    mutating func pick(_ offer: Offer) throws(Rejection) {
        guard !isOpenItem else { throw .noBatches(product: product.name) }
        parts = Self.merged(
            try Self.allocate(quantity, from: offer, wanted: quantity).map(pricedLikeThisLine))
        isBatchPicked = true
    }

    /// Sets the price of one unit, whichever batch it comes from.
    mutating func price(at price: Money) {
        parts = parts.map { $0.priced(at: price) }
        isPriceEdited = true
    }

    /// The line as it is paid: batches, costs and rate of this moment, prices as they were shown.
    func settled(from offer: Offer) throws(Rejection) -> CartLine {
        let stock = isBatchPicked ? offer.keeping(parts) : offer
        var fresh = try Self.allocate(quantity, from: stock, wanted: quantity)[...]
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
        var line = self
        line.product = product.taxed(like: offer.product)
        line.parts = Self.merged(settled)
        return line
    }

    private func pricedLikeThisLine(_ part: LinePart) -> LinePart {
        guard isPriceEdited, let price = parts.first?.price else { return part }
        return part.priced(at: price)
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
            batch: batch, label: label, quantity: quantity, cost: cost, price: price, mrp: mrp,
            isBelowZero: isBelowZero)
    }
}

extension [LinePart] {
    /// How much they are together.
    package var quantity: Quantity { reduce(.zero) { $0 + $1.quantity } }
}
