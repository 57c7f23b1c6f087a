import Billing
import Ledger
import LineMode
import Scanning

extension Till {
    mutating func scan(typed code: String, _ quantity: Quantity, at desk: Desk) throws
        -> [TillEffect]
    {
        try scan(Array(code.utf8), quantity, at: desk)
    }

    mutating func scan(payload: [UInt8], at desk: Desk) throws -> [TillEffect] {
        try scan(payload, .one, at: desk)
    }

    /// Sells by a code; what the catalogue has word for word goes before what GS1 makes of it.
    private mutating func scan(
        _ payload: [UInt8], _ quantity: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        let today = desk.moment.civil.date
        if let key = plainKey(payload), let offer = try desk.books.offer(code: key, on: today) {
            return try sell(offer, quantity, at: desk)
        }
        let code: ScannedCode
        do throws(ScannedCodeError) {
            code = try ScannedCode(payload: payload, thisYear: today.year)
        } catch {
            let shown = EscapedBytes.text(of: payload)
            return [.show([wording.unreadableBarcode(shown, reason: error.description)])]
        }
        guard let offer = try desk.books.offer(code: code.barcode.key, on: today) else {
            return [.show([wording.unknownBarcode(code.barcode.shown)])]
        }
        return try sell(code, offer, quantity, at: desk)
    }

    private func plainKey(_ payload: [UInt8]) -> String? {
        do throws(BarcodeError) {
            return try Barcode(payload: payload).key
        } catch {
            // It may mean something all the same; what reads it next says what is wrong with it.
            return nil
        }
    }

    private mutating func sell(
        _ code: ScannedCode, _ offer: Offer, _ packs: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        let product = offer.product
        let today = desk.moment.civil.date
        if let day = code.expiresOn,
            (day.year, day.month, day.day) < (today.year, today.month, today.day)
        {
            return [.show([wording.expired(on: day.description, product: product.name)])]
        }
        let (chosen, quantity): (Choice, Quantity)
        do {
            quantity = try amount(in: code, of: product, packs)
            chosen = try choose(code.batchLabel, from: offer, quantity, at: desk)
        } catch let refused as RefusedCode {
            return [.show([refused.row])]
        }
        let before = state.sale
        let effects = try sell(chosen.offer, quantity, at: desk)
        guard state.sale != before else { return effects }
        let price = code.price.map { wording.labelPriceNotUsed($0.description) }
        let notices = [chosen.notice, price].compactMap(\.self)
        return notices.isEmpty ? effects : effects + [.show(notices)]
    }

    /// How much is sold: what the code says is in a pack, times the packs that were typed.
    private func amount(
        in code: ScannedCode, of product: Product, _ packs: Quantity
    ) throws(RefusedCode) -> Quantity {
        guard let pack = try pack(in: code, of: product, packs) else { return packs }
        guard packs.isWhole else { throw RefusedCode(row: wording.packsNotWhole(product)) }
        let (thousandths, isTooMuch) = pack.thousandths.multipliedReportingOverflow(
            by: packs.thousandths / 1000)
        guard !isTooMuch, thousandths <= Quantity.limit.thousandths else {
            throw RefusedCode(row: wording.refusal(.quantityTooLarge))
        }
        return Quantity(thousandths: thousandths)
    }

    /// What the code says is in one pack; nil when it says nothing, or a person said it before.
    private func pack(
        in code: ScannedCode, of product: Product, _ packs: Quantity
    ) throws(RefusedCode) -> Quantity? {
        if product.unit.isCounted {
            if let count = code.count { return Quantity(pieces: count) }
            guard code.weightGrams == nil else {
                throw RefusedCode(row: wording.weightForOther(product))
            }
            return nil
        }
        if let grams = code.weightGrams {
            guard product.unit.symbol == "kg" else {
                throw RefusedCode(row: wording.weightForOther(product))
            }
            return Quantity(thousandths: grams)
        }
        guard code.count == nil && code.price == nil || packs != .one else {
            throw RefusedCode(row: wording.weightMissing(product))
        }
        return nil
    }

    /// The stock a pack comes from: its own batch if the books have it, else the oldest first.
    private func choose(
        _ label: String?, from offer: Offer, _ quantity: Quantity, at desk: Desk
    ) throws -> Choice {
        guard let label else { return Choice(offer: offer, notice: nil) }
        let product = offer.product
        guard let batch = offer.batches.first(where: { $0.label == label }) else {
            guard try !desk.books.hasBatch(label, of: product.id) else {
                throw RefusedCode(row: wording.batchNotForSale(label, product: product.name))
            }
            return Choice(offer: offer, notice: wording.batchUnknown(label))
        }
        let lines = state.sale.openBill?.lines.filter { $0.product.id == product.id } ?? []
        let onBill = lines.flatMap(\.parts).filter { $0.batch == batch.id }.quantity
        let left = max(.zero, batch.available - onBill)
        guard let pieces = quantity.times(offer.pack), pieces <= left else {
            throw RefusedCode(
                row: wording.batchShort(label, left: left, wanted: quantity, of: product))
        }
        return Choice(
            offer: Offer(
                product: product, batches: [batch], isPicked: true, pack: offer.pack),
            notice: nil)
    }
}

/// The stock that a code chose, and what is to be said of the choice.
private struct Choice {
    let offer: Offer
    let notice: Row?
}

/// Why a code that was read may not be sold, as it is said.
private struct RefusedCode: Error {
    let row: Row
}
