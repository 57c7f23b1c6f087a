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
        state.hits = found.offers.map(\.product)
        return [.show(wording.hits(found.offers, hasMore: found.hasMore))]
    }

    /// One more of a product of the list; a number that is not in it keeps the list.
    mutating func pick(
        _ number: Int, of hits: [Product], at desk: Desk
    ) throws -> [TillEffect] {
        guard number <= hits.count else {
            state.hits = hits
            return [.show([wording.noSuchHit(number, count: hits.count)])]
        }
        let offer = try desk.books.offer(of: hits[number - 1], on: desk.moment.civil.date)
        return try apply(.scanned(offer, .one, opening: clock.newReference()), at: desk)
    }
}
