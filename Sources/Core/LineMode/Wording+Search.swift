package import Billing

extension Wording {
    /// What a search found, as a table to pick from; `hasMore` says that there is more than that.
    package func hits(_ hits: [Offer], hasMore: Bool) -> [Row] {
        let digits = hits.count == 1 ? "1" : "1 to \(hits.count)"
        let more = Row(.notice, "There are more: type more of the name.")
        return [Row(.heading, "Type \(digits) to add one:")]
            + hits.enumerated().map { Row(.plain, hit($0.element, number: $0.offset + 1)) }
            + (hasMore ? [more] : [])
    }

    /// A search that found nothing.
    package func noHits(_ text: Text) -> Row {
        Row(.refusal, "No product has this in its name or code: \(text.string)")
    }

    /// A digit behind a search that stands at none of its rows.
    package func noSuchHit(_ number: Int, count: Int) -> Row {
        Row(.refusal, "There is no \(number) in the list; it has \(count). Nothing was added.")
    }

    private func hit(_ offer: Offer, number: Int) -> String {
        let product = offer.product
        let stock = "\(offer.available.digits) \(product.unit.symbol)"
        let columns = [
            String(number).leftPadded(to: 3),
            (offer.batches.first.map { amount($0.price) } ?? "-").leftPadded(to: 12),
            stock.leftPadded(to: 12),
            product.name,
        ]
        return columns.joined(separator: "  ")
    }
}
