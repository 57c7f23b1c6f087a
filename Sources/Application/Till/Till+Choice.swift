import Billing
import Kiosk
import Ledger
import LineMode

extension Till {
    /// Sells so much of an offer; asks where the packs may have different prices printed on them.
    ///
    /// A question loses no scan: the piece stands on the bill with the printed price of the line
    /// before, or of the oldest batch, and the answer changes that.
    mutating func sell(
        _ offer: Offer, _ packs: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        guard let quantity = packs.times(offer.pack) else {
            return [.show([wording.refusal(.quantityTooLarge)])]
        }
        if try isRestricted(offer.product, at: desk) {
            return refuse(
                .restricted(offer.product.name, code: []), wording.restricted(offer.product))
        }
        guard !offer.isPicked, offer.onlyMRP == nil, !offer.batches.isEmpty else {
            return try put(offer, quantity, at: desk)
        }
        switch settings.rules.mrp {
        case .oldest: return try put(offer, quantity, at: desk)
        case .lowest: return try put(offer.lowestMRPFirst, quantity, at: desk)
        case .ask: return try sellAsking(offer, quantity, at: desk)
        }
    }

    private mutating func sellAsking(
        _ offer: Offer, _ quantity: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        let groups = offer.byMRP
        guard let taken = usual(among: groups, for: quantity) else {
            return try put(offer, quantity, at: desk)
        }
        let before = state.sale
        let effects = try put(groups[taken], quantity, at: desk)
        guard state.sale != before else { return effects }
        state.choice = .mrp(
            MRPQuestion(before: before, after: state.sale, groups: groups, quantity: quantity))
        return effects + [.show(wording.mrpQuestion(groups, taken: taken))]
    }

    /// Which printed price is taken until somebody looks: the product's last line's, or the oldest.
    private func usual(among groups: [Offer], for quantity: Quantity) -> Int? {
        let lines = state.sale.openBill?.lines ?? []
        let fitting = groups.indices.filter { index in
            let onBill = lines.filter { $0.product.id == groups[index].product.id }
                .flatMap(\.parts)
                .filter { part in groups[index].batches.contains { $0.id == part.batch } }
            return onBill.quantity + quantity <= groups[index].available
        }
        let last = lines.last { $0.product.id == groups[0].product.id }
        return fitting.first { last?.joins(groups[$0]) ?? false } ?? fitting.first
    }

    mutating func choose(
        _ number: Int, of choice: PendingChoice, at desk: Desk
    ) throws -> [TillEffect] {
        let count =
            switch choice {
            case .product(let hits): hits.count
            case .batch(let shelf, _): shelf.count
            case .cash(let amounts): amounts.count
            case .mrp(let question): question.groups.count
            }
        guard number <= count else {
            state.choice = choice
            return [.show([wording.noSuchHit(number, count: count)])]
        }
        switch choice {
        case .product(let hits):
            return try pick(hits[number - 1], at: desk)
        case .batch(let shelf, let line):
            return try apply(.batchPicked(line: line, shelf[number - 1].offer), at: desk)
        case .cash(let amounts):
            return try payCash(amounts[number - 1], at: desk)
        case .mrp(let question):
            return try answer(question, with: question.groups[number - 1], at: desk)
        }
    }

    /// The scan once more, at the printed price that was said; refused, the bill stays as it was.
    private mutating func answer(
        _ question: MRPQuestion, with offer: Offer, at desk: Desk
    ) throws -> [TillEffect] {
        guard state.sale == question.after else { return [.show([wording.answerTooLate])] }
        state.sale = question.before
        let effects = try put(offer, question.quantity, at: desk)
        if state.sale == question.before { state.sale = question.after }
        return effects
    }

    /// Puts so much of an offer on the bill, below zero where the shop allows it.
    private mutating func put(
        _ offer: Offer, _ quantity: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        let opening = opening()
        return try apply(.scanned(offer, quantity, opening: opening), at: desk) { till in
            try till.offer(offer, belowZeroAt: desk).map {
                .scanned($0, quantity, opening: opening)
            }
        }
    }
}

extension ShelfBatch {
    fileprivate var offer: Offer { Offer(product: product, batches: [batch], isPicked: true) }
}
