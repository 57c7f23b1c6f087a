import Billing
import Ledger
import LineMode

extension Till {
    mutating func setQuantity(
        ofLine line: Int?, _ quantity: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        guard let bill = state.sale.openBill else {
            return [.show([wording.refusal(.noOpenBill)])]
        }
        let index: Int
        do throws(Rejection) {
            index = try bill.index(ofLine: line)
        } catch {
            return [.show([wording.refusal(error)])]
        }
        let offer = try desk.books.offer(
            of: bill.lines[index].product, on: desk.moment.civil.date)
        return try apply(.quantitySet(line: line, quantity, offer), at: desk) { till in
            try till.offer(offer, belowZeroAt: desk).map {
                .quantitySet(line: line, quantity, $0)
            }
        }
    }

    /// What a bill is opened with now.
    func opening() -> BillOpening {
        BillOpening(clock.newReference(), terms: settings.terms)
    }

    /// Gives the sale what closes the bill; with what the books do not have where that is allowed.
    mutating func close(
        at desk: Desk, _ event: ([ProductID: Offer], CivilTime) -> SaleEvent
    ) throws -> [TillEffect] {
        if let refusal = try refusalByClock(at: desk) { return [.show([refusal])] }
        let time = desk.moment.civil
        let offers = try stock(at: desk)
        return try apply(event(offers, time), at: desk) { till in
            event(try till.withBelowZero(offers, at: desk), time)
        }
    }

    /// The stock with what the books do not have behind it, where that may be sold.
    func withBelowZero(
        _ offers: [ProductID: Offer], at desk: Desk
    ) throws -> [ProductID: Offer] {
        try offers.mapValues { try offer($0, belowZeroAt: desk) ?? $0 }
    }

    /// What there is of each product of the open bill now, with the tax of today.
    func stock(at desk: Desk) throws -> [ProductID: Offer] {
        var offers: [ProductID: Offer] = [:]
        let today = desk.moment.civil.date
        for line in state.sale.openBill?.lines ?? []
        where !line.isOpenItem && offers[line.product.id] == nil {
            let product = try desk.books.product(line.product, on: today) ?? line.product
            offers[product.id] = try desk.books.offer(of: product, on: today)
        }
        return offers
    }

    /// Gives the sale an event and does what it answers; a refusal is shown and changes nothing.
    ///
    /// Where stock is short, `belowZero` may give the event with what the books do not have.
    mutating func apply(
        _ event: SaleEvent, at desk: Desk,
        belowZero: (Till) throws -> SaleEvent? = { _ in nil }
    ) throws -> [TillEffect] {
        let effects: [SaleEffect]
        do throws(Rejection) {
            effects = try state.sale.apply(event)
        } catch {
            if case .notEnoughStock = error, let other = try belowZero(self), other != event {
                return try apply(other, at: desk)
            }
            state.refusedToKiosk = .rejection(error)
            return [.show([wording.refusal(error)])]
        }
        return try effects.flatMap { try perform($0, at: desk) }
    }

    private func notices(of line: CartLine) -> [Row] {
        let missing = line.parts.filter(\.isBelowZero).quantity
        return missing == .zero ? [] : [wording.soldBelowZero(missing, of: line.product)]
    }

    private func save(_ settlement: Settlement, at desk: Desk) throws -> Bill {
        try desk.books.save(
            settlement, series: settings.series, cashier: cashier,
            at: desk.moment.milliseconds)
    }

    private mutating func perform(_ effect: SaleEffect, at desk: Desk) throws -> [TillEffect] {
        switch effect {
        case .lineChanged(let index):
            guard let bill = state.sale.openBill else { return [] }
            return [.show([wording.line(index + 1, of: bill)] + notices(of: bill.lines[index]))]
        case .lineRemoved(let line):
            guard let bill = state.sale.openBill else { return [] }
            return [.show([wording.removed(line, from: bill)])]
        case .customerChanged(let customer):
            return [.show([customer.map(wording.customer) ?? wording.noCustomer])]
        case .buyerChanged(let buyer):
            return [.show(wording.buyerChanged(buyer))]
        case .discountChanged:
            guard let bill = state.sale.openBill else { return [] }
            return [.show([wording.discount(on: bill)])]
        case .customerMissed(let warning):
            return [.show([wording.customerMissed(warning)])]
        case .voided(let bill):
            return [.show([wording.voided(bill)])]
        case .payment(let effect):
            return try perform(effect, at: desk)
        case .held(let held):
            return try park(held, at: desk)
        case .resumed(let bill):
            return try takeBack(bill, at: desk)
        case .returnChanged(let goods):
            return [.show(wording.returning(goods))]
        case .saveNote(let note):
            let bill = try save(note, at: desk)
            state.creditNote = bill.number
            return try openDrawer(for: bill, cashBefore: .zero, at: desk)
                + [.show(wording.sold(bill))] + (try printReceipt(of: bill, at: desk))
        case .save(let settlement):
            let cited = state.creditNote.map(settlement.citing(creditNote:))
            state.creditNote = nil
            let before = state.sale.openBill?.payments.total(of: .cash) ?? .zero
            let bill = try save(cited ?? settlement, at: desk)
            return try openDrawer(for: bill, cashBefore: before, at: desk)
                + (try apply(.saved(bill), at: desk))
        case .sold(let bill):
            return [.show(wording.sold(bill))] + (try printReceipt(of: bill, at: desk))
        }
    }
}
