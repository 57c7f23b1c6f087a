import Billing
import Testing

extension Sale {
    /// A sale that has had these events; each of them has to be accepted.
    static func after(_ events: SaleEvent...) throws -> Sale {
        var sale = Sale.idle
        for event in events { _ = try sale.apply(event) }
        return sale
    }

    /// The refusal of an event; records an issue if it is accepted or if the refusal left a trace.
    func refusal(
        of event: SaleEvent, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Rejection? {
        var copy = self
        do throws(Rejection) {
            let effects = try copy.apply(event)
            Issue.record("accepted with \(effects)", sourceLocation: sourceLocation)
            return nil
        } catch {
            #expect(copy == self, "a refusal left a trace", sourceLocation: sourceLocation)
            return error
        }
    }

    /// The settlement of a sale that is being saved.
    var settlement: Settlement? {
        guard case .settling(_, let settlement) = self else { return nil }
        return settlement
    }
}

extension SaleEvent {
    /// So many pieces of a product.
    static func scan(_ offer: Offer, _ pieces: Int64 = 1) -> SaleEvent {
        .scanned(offer, Quantity(pieces: pieces), opening: Shop.opening)
    }

    /// So many grams, or thousandths of another unit.
    static func weigh(_ offer: Offer, _ thousandths: Int64) -> SaleEvent {
        .scanned(offer, Quantity(thousandths: thousandths), opening: Shop.opening)
    }

    /// Cash at ten thirty, with the stock as it is.
    static func pay(
        _ paise: Int64, _ offers: [ProductID: Offer] = Shop.offers
    ) throws -> SaleEvent {
        .tendered(Shop.cash(paise), offers: offers, at: try morning())
    }
}
