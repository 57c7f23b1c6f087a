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
        let offer = try offer(for: bill.lines[index], at: desk)
        return try apply(.quantitySet(line: line, quantity, offer), at: desk)
    }

    mutating func takePhone(_ text: String?, at desk: Desk) throws -> [TillEffect] {
        guard let text else { return try apply(.customerUnlinked, at: desk) }
        let phone: Phone
        do throws(Phone.Refusal) {
            phone = try Phone(parsing: text, rule: settings.phoneRule)
        } catch {
            return [.show([wording.badPhone(error)])]
        }
        let customer = try desk.books.findOrCreateCustomer(
            phone: phone, name: nil, at: desk.moment.milliseconds)
        return try apply(.customerLinked(customer, opening: clock.newReference()), at: desk)
    }

    mutating func takeName(_ name: Text, at desk: Desk) throws -> [TillEffect] {
        guard let customer = state.sale.openBill?.customer else {
            return [.show([wording.nameWithoutPhone])]
        }
        let renamed = try desk.books.rename(customer, to: name)
        return try apply(.customerLinked(renamed, opening: clock.newReference()), at: desk)
    }

    mutating func pay(_ payment: Payment, at desk: Desk) throws -> [TillEffect] {
        if let refusal = try refusalByClock(at: desk) { return [.show([refusal])] }
        var offers: [ProductID: Offer] = [:]
        for line in state.sale.openBill?.lines ?? [] {
            offers[line.product.id] = try offer(for: line, at: desk)
        }
        return try apply(
            .tendered(payment, offers: offers, at: desk.moment.civil), at: desk)
    }

    /// What there is of a line's product now; a picked batch stays in front.
    private func offer(for line: CartLine, at desk: Desk) throws -> Offer {
        let offer = try desk.books.offer(of: line.product, on: desk.moment.civil.date)
        return line.isBatchPicked ? offer.keeping(line.parts) : offer
    }

    /// Gives the sale an event and does what it answers; a refusal is shown and changes nothing.
    mutating func apply(_ event: SaleEvent, at desk: Desk) throws -> [TillEffect] {
        let effects: [SaleEffect]
        do throws(Rejection) {
            effects = try state.sale.apply(event)
        } catch {
            return [.show([wording.refusal(error)])]
        }
        return try effects.flatMap { try perform($0, at: desk) }
    }

    private mutating func perform(_ effect: SaleEffect, at desk: Desk) throws -> [TillEffect] {
        switch effect {
        case .lineChanged(let index):
            guard let bill = state.sale.openBill else { return [] }
            return [.show([wording.line(index + 1, of: bill)])]
        case .lineRemoved(let line):
            guard let bill = state.sale.openBill else { return [] }
            return [.show([wording.removed(line, from: bill)])]
        case .customerChanged(let customer):
            return [.show([customer.map(wording.customer) ?? wording.noCustomer])]
        case .voided(let bill):
            return [.show([wording.voided(bill)])]
        case .held(let held):
            return try park(held, at: desk)
        case .resumed(let bill):
            return try takeBack(bill, at: desk)
        case .save(let settlement):
            let bill = try desk.books.save(
                settlement, series: settings.series, cashier: settings.cashier,
                at: desk.moment.milliseconds)
            return try apply(.saved(bill), at: desk)
        case .sold(let bill):
            return [.show([wording.sold(bill)])] + (try printReceipt(of: bill, at: desk))
        }
    }
}
