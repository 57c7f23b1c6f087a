import Billing
import Ledger
import LineMode

extension Till {
    /// The most products that a search shows: one digit picks one.
    private static let mostHits = 9

    mutating func find(_ text: Text, at desk: Desk) throws -> [TillEffect] {
        let found = try desk.books.search(
            text, limit: Self.mostHits, on: desk.moment.civil.date)
        guard !found.offers.isEmpty else { return [.show([wording.noHits(text)])] }
        state.choice = .product(found.offers.map(\.product))
        return [.show(wording.hits(found.offers, hasMore: found.hasMore))]
    }

    /// One more of a product of the list.
    mutating func pick(_ product: Product, at desk: Desk) throws -> [TillEffect] {
        try sell(
            try desk.books.offer(of: product, on: desk.moment.civil.date), .one, at: desk)
    }
}
