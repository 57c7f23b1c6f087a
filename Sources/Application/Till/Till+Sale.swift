import Billing
import Ledger
import LineMode
import Scanning

extension Till {
    mutating func scan(typed code: String, _ quantity: Quantity, at desk: Desk) throws
        -> [TillEffect]
    {
        let barcode: Barcode
        do throws(BarcodeError) {
            barcode = try Barcode(typed: code)
        } catch {
            return refuse(Array(code.utf8), error)
        }
        return try add(barcode, quantity, at: desk)
    }

    mutating func scan(payload: [UInt8], at desk: Desk) throws -> [TillEffect] {
        let barcode: Barcode
        do throws(BarcodeError) {
            barcode = try Barcode(payload: payload)
        } catch {
            return refuse(payload, error)
        }
        return try add(barcode, .one, at: desk)
    }

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
        var offers: [ProductID: Offer] = [:]
        for line in state.sale.openBill?.lines ?? [] {
            offers[line.product.id] = try desk.books.offer(
                of: line.product, on: desk.moment.civil.date)
        }
        return try apply(
            .tendered(payment, offers: offers, at: desk.moment.civil), at: desk)
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

    private mutating func add(
        _ barcode: Barcode, _ quantity: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        let offer = try desk.books.offer(code: barcode.key, on: desk.moment.civil.date)
        guard let offer else { return [.show([wording.unknownBarcode(barcode.shown)])] }
        return try apply(.scanned(offer, quantity, opening: clock.newReference()), at: desk)
    }

    private func refuse(_ payload: [UInt8], _ error: BarcodeError) -> [TillEffect] {
        let code = EscapedBytes.text(of: payload)
        return [.show([wording.unreadableBarcode(code, reason: error.description)])]
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
