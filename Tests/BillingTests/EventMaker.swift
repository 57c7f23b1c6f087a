import Billing
import Seeds

/// Random events, mostly sensible ones.
enum EventMaker {
    static func event(
        stock: [Offer], cart: [ProductID], owed: Int64, opening: BillOpening,
        _ random: inout SeededGenerator
    ) -> SaleEvent {
        guard let offer = stock.randomElement(using: &random) else { return .voided }
        switch Int.random(in: 0..<100, using: &random) {
        case ..<42:
            return .scanned(offer, quantity(of: offer, &random), opening: opening)
        case ..<44:
            return .buyerNamed(
                Buyer(name: random.once(in: 2) ? "Asha" : nil, address: "Pune"), opening: opening)
        case ..<50: return .discountSet(line: line(&random), discount(&random))
        case ..<54: return .billDiscountSet(discount(&random))
        case ..<62: return quantityEdit(stock, cart, &random)
        case ..<72: return .priceSet(line: line(&random), price(&random))
        case ..<77: return .lineDeleted(line: line(&random))
        case ..<80: return .customerLinked(Shop.john, opening: opening)
        case ..<81: return .customerUnlinked
        case ..<82: return parking(offer, opening, &random)
        case ..<84: return .voided
        case ..<86: return step(owed, opening, &random)
        case ..<87: return .saveFailed
        default: return payment(stock, owed, &random)
        }
    }

    /// A bill is put aside, or one of a single scan is taken back.
    private static func parking(
        _ offer: Offer, _ opening: BillOpening, _ random: inout SeededGenerator
    ) -> SaleEvent {
        guard let time = CivilTime(localSeconds: 0), random.once(in: 2) else {
            return .resumed(parked(offer, opening))
        }
        return .held(as: 1, since: time)
    }

    private static func parked(_ offer: Offer, _ opening: BillOpening) -> OpenBill {
        let bill = OpenBill(
            reference: opening.reference, terms: opening.terms, customer: Shop.john)
        guard let batch = offer.batches.first, batch.available >= .one else { return bill }
        let line = CartLine(
            product: offer.product, parts: [LinePart(batch: batch, quantity: .one)])
        return OpenBill(
            reference: bill.reference, terms: bill.terms, lines: [line], customer: bill.customer)
    }

    /// A step of paying: a part, an attempt, its confirmation, the way back.
    private static func step(
        _ owed: Int64, _ opening: BillOpening, _ random: inout SeededGenerator
    ) -> SaleEvent {
        let amount = [owed, owed / 2, owed / 3, 0, owed + 1].randomElement(using: &random, or: 0)
        return switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: .paying(.part(Shop.cash(amount)))
        case 2: .paying(.attempted(PaymentAttempt(id: "a", amount: Money(minorUnits: amount))))
        case 3: .paying(.confirmed(nil))
        case 4: .customerMissed("nobody", opening: opening)
        default: .paying(.takenBack)
        }
    }

    private static func payment(
        _ stock: [Offer], _ owed: Int64, _ random: inout SeededGenerator
    ) -> SaleEvent {
        let given = owed + [0, 0, 1, 50_000, -1].randomElement(using: &random, or: 0)
        let offers = random.once(in: 2) ? stock : SaleWorld.shaken(stock, &random)
        guard
            let time = CivilTime(localSeconds: Int64.random(in: 0..<4_000_000_000, using: &random))
        else { return .voided }
        if random.once(in: 8) {
            return .paying(.completed(offers: SaleWorld.byProduct(offers), at: time))
        }
        return .tendered(Shop.cash(given), offers: SaleWorld.byProduct(offers), at: time)
    }

    /// The offer of a quantity edit is that of the line it names, as the till looks it up.
    private static func quantityEdit(
        _ stock: [Offer], _ cart: [ProductID], _ random: inout SeededGenerator
    ) -> SaleEvent {
        let line = line(&random)
        let index = (line ?? cart.count) - 1
        let named = cart.indices.contains(index) ? cart[index] : nil
        let offer = stock.first { $0.product.id == named } ?? stock[0]
        return .quantitySet(line: line, quantity(of: offer, &random), offer)
    }

    private static func quantity(of offer: Offer, _ random: inout SeededGenerator) -> Quantity {
        if random.once(in: 40) { return Quantity(thousandths: 1_000_000_000) }
        if random.once(in: 60) { return Quantity(pieces: random.once(in: 2) ? 0 : -1) }
        if offer.product.unit.isCounted, !random.once(in: 20) {
            return Quantity(pieces: Int64.random(in: 1...6, using: &random))
        }
        return Quantity(thousandths: Int64.random(in: 1...3_000, using: &random))
    }

    private static func price(_ random: inout SeededGenerator) -> Money {
        Money(
            minorUnits: [0, 7, 33_33, 50_00, 99_99, 100_00, 110_00, 99_999_999_999]
                .randomElement(using: &random, or: 0))
    }

    private static func discount(_ random: inout SeededGenerator) -> Discount? {
        if random.once(in: 6) { return nil }
        if random.once(in: 2) {
            return .percent(hundredths: Int.random(in: 1...30_00, using: &random))
        }
        return .amount(Money(minorUnits: Int64.random(in: 1...60_00, using: &random)))
    }

    private static func line(_ random: inout SeededGenerator) -> Int? {
        random.once(in: 2) ? nil : Int.random(in: 0...4, using: &random)
    }
}

extension [Int64] {
    fileprivate func randomElement(using random: inout SeededGenerator, or other: Int64) -> Int64 {
        randomElement(using: &random) ?? other
    }
}
