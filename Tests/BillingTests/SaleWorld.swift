import Billing
import Seeds

/// A random shop and a random cashier, played against the sale and its model at once.
struct SaleWorld {
    let seed: UInt64
    private(set) var random: SeededGenerator
    private(set) var stock: [Offer]
    private let terms: BillTerms
    private(set) var sale = Sale.idle
    private(set) var model: CartModel
    /// How often each answer was met, so that a test can see that none is out of reach.
    private(set) var met: [String: Int] = [:]
    private var step = 0
    /// The stock at the last payment: another till may have sold or received in between.
    private var stockAtPayment: [Offer] = []

    /// Where the sale and the model part, or a law is broken; the seed plays it again.
    struct Disagreement: Error, CustomStringConvertible {
        let description: String
    }

    init(seed: UInt64) {
        self.seed = seed
        var random = SeededGenerator(seed: seed)
        stock = SaleWorld.shelves(&random)
        terms = SaleWorld.terms(&random)
        model = CartModel(shelf: SaleWorld.byProduct(stock), terms: terms)
        self.random = random
    }

    static func byProduct(_ offers: [Offer]) -> [ProductID: Offer] {
        Dictionary(uniqueKeysWithValues: offers.map { ($0.product.id, $0) })
    }

    /// One event: both have to answer it alike, and the laws have to hold afterwards.
    mutating func play() throws(Disagreement) {
        step += 1
        let event = nextEvent()
        let before = sale
        let answer = Self.answer { () throws(Rejection) in _ = try sale.apply(event) }
        let expected = Self.answer { () throws(Rejection) in model = try model.after(event) }
        met[answer?.word ?? "accepted", default: 0] += 1
        guard answer == expected else {
            throw disagreement("\(event): \(say(answer)), expected \(say(expected))")
        }
        if answer != nil, sale != before { throw disagreement("refusing \(event) left a trace") }
        do throws(Broken) {
            try SaleLaws.check(sale, against: model)
        } catch {
            throw disagreement("after \(event): \(error.law)")
        }
        if case .saved = event, answer == nil { try takeFromStock(before) }
    }

    /// What was sold leaves the shelves, never more of a batch than it had.
    private mutating func takeFromStock(_ before: Sale) throws(Disagreement) {
        guard case .settling(_, let settlement) = before else { return }
        var left: [Offer] = []
        for offer in stockAtPayment {
            let parts = settlement.lines.filter { $0.product == offer.product }.flatMap(\.parts)
            let batches = offer.batches.map { batch in
                let taken = parts.filter { $0.batch == batch.id }.map(\.quantity)
                return batch.holding(taken.reduce(batch.available, -))
            }
            if batches.contains(where: { $0.available < .zero }) {
                throw disagreement("\(offer.product.name): a batch is over-taken")
            }
            left.append(
                Offer(product: offer.product, batches: batches.filter { $0.available > .zero }))
        }
        stock = left
        model = CartModel(shelf: SaleWorld.byProduct(stock), terms: terms).with {
            $0.phase = .sold
        }
    }

    private mutating func nextEvent() -> SaleEvent {
        if let last = sale.settlement, !random.once(in: 4) {
            return random.once(in: 3)
                ? .saveFailed : .saved(last.bill(number: "BILL-\(step)", cashier: "Asha"))
        }
        let event = EventMaker.event(
            stock: stock, cart: model.lines.map(\.product.id), owed: model.due,
            opening: BillOpening(Shop.reference, terms: terms), &random)
        if let offers = event.offersAtPayment, case .open = sale {
            stockAtPayment = stock.map { offers[$0.product.id] ?? $0 }
        }
        return event
    }

    private static func answer(_ body: () throws(Rejection) -> Void) -> Rejection? {
        do throws(Rejection) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    private func say(_ answer: Rejection?) -> String {
        answer.map { "\($0)" } ?? "accepted"
    }

    private func disagreement(_ what: String) -> Disagreement {
        Disagreement(description: "seed \(seed), step \(step): \(what)")
    }
}

extension SaleEvent {
    /// What the stock is when the bill would be closed; nil for every other event.
    var offersAtPayment: [ProductID: Offer]? {
        switch self {
        case .tendered(_, let offers, _), .paying(.completed(let offers, _)): offers
        default: nil
        }
    }
}
