import Billing
import Kiosk
import Ledger
import LineMode
import Scanning

// A pack whose code says more than the product: its batch, its last day, how much, what it costs.
extension Till {
    /// Sells a pack by what its code says of it; a refusal is shown and changes nothing.
    mutating func sell(
        _ code: ReadCode, _ packs: Quantity, at desk: Desk
    ) throws -> [TillEffect] {
        let today = desk.moment.civil.date
        guard let offer = try offer(of: code, on: today, in: desk.books) else {
            return try sellExchanged(code, packs, at: desk)
                ?? refuse(.unknownArticle, wording.unknownBarcode(code.shown))
        }
        let product = offer.product
        if let day = code.expiresOn,
            (day.year, day.month, day.day) < (today.year, today.month, today.day)
        {
            return refuse(
                .notForSale, wording.expired(on: day.description, product: product.name))
        }
        let (chosen, quantity, price): (Choice, Quantity, Money?)
        do {
            price = try labelPrice(code, of: product)
            quantity = try amount(in: code, of: offer, price, packs)
            chosen = try choose(code.batchLabel, from: offer, quantity, at: desk)
        } catch let refused as RefusedCode {
            return refuse(.notForSale, refused.row)
        }
        return try sell(chosen, quantity, code, price, at: desk)
    }

    private mutating func sell(
        _ chosen: Choice, _ quantity: Quantity, _ code: ReadCode, _ price: Money?, at desk: Desk
    ) throws -> [TillEffect] {
        let before = state.sale
        let product = chosen.offer.product
        let known = before.openBill?.lines.first { $0.product.id == product.id }
        var effects = try sell(chosen.offer, quantity, at: desk)
        guard state.sale != before else { return effects }
        var notices = [chosen.notice].compactMap(\.self)
        if let price, product.unit.isCounted {
            if let known, known.rows.contains(where: { $0.price != price }) {
                state.sale = before
                return [.show([wording.labelPriceDiffers(price, from: known, product)])]
            }
            let line = state.sale.openBill?.lines.firstIndex { $0.product.id == product.id }
            if known == nil, let line {
                let scanned = state.sale
                let repriced = try apply(.priceSet(line: line + 1, price), at: desk)
                let isAsLabelled = chosen.offer.batches.first?.price == price
                if state.sale == scanned, !isAsLabelled {
                    // Refused, for instance as below cost: the pack is not sold at another price.
                    state.sale = before
                    return repriced
                }
                if state.sale != scanned { effects = repriced }
            }
        } else if let said = code.price {
            notices += priceNotice(said, price, code, chosen.offer, quantity)
        }
        return notices.isEmpty ? effects : effects + [.show(notices)]
    }

    /// Sells what a scanner means that exchanges capitals and small letters, and says so; nil: nothing.
    ///
    /// Asked only for a code that no product has, so that none is ever taken for another that is
    /// known: where the catalogue has both, each is itself.
    private mutating func sellExchanged(
        _ code: ReadCode, _ packs: Quantity, at desk: Desk
    ) throws -> [TillEffect]? {
        guard let key = code.exchangedKey,
            let offer = try desk.books.offer(code: key, on: desk.moment.civil.date)
        else { return nil }
        let before = state.sale
        let effects = try sell(offer, packs, at: desk)
        guard state.sale != before else { return effects }
        return effects + [.show([wording.caseExchanged(code.shown, soldAs: key)])]
    }

    private func priceNotice(
        _ said: ScannedPrice, _ price: Money?, _ code: ReadCode, _ offer: Offer,
        _ quantity: Quantity
    ) -> [Row] {
        guard let price, code.weightGrams == nil, let unit = offer.batches.first?.price else {
            return [wording.labelPriceNotUsed(said.description)]
        }
        let charged = unit * quantity
        return charged == price
            ? [] : [wording.labelPriceRounded(price, charged: charged, quantity, offer.product)]
    }

    private func offer(of code: ReadCode, on day: CivilDate, in books: Books) throws -> Offer? {
        for key in code.keys {
            if let offer = try books.offer(code: key, on: day) { return offer }
        }
        return nil
    }

    /// The price on the label as the pack's own, in the shop's money; nil when there is none to use.
    private func labelPrice(
        _ code: ReadCode, of product: Product
    ) throws(RefusedCode) -> Money? {
        guard let price = code.price, code.isPriceItsOwn else { return nil }
        guard price.isIn(currencySign: settings.currency), let units = price.hundredths,
            units <= Money.limit.minorUnits
        else {
            throw RefusedCode(row: wording.labelPriceForeign(price.description, product))
        }
        return Money(minorUnits: units)
    }

    /// How much is sold: what the code says is in a pack, times the packs that were typed.
    private func amount(
        in code: ReadCode, of offer: Offer, _ price: Money?, _ packs: Quantity
    ) throws(RefusedCode) -> Quantity {
        let product = offer.product
        guard let pack = try pack(in: code, of: offer, price, packs) else { return packs }
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
        in code: ReadCode, of offer: Offer, _ price: Money?, _ packs: Quantity
    ) throws(RefusedCode) -> Quantity? {
        let product = offer.product
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
        if packs == .one, let price, let unit = offer.batches.first?.price, unit > .zero {
            // How much of it is worth the price on the label, to the nearest thousandth.
            let thousandths = (price.minorUnits * 1000 + unit.minorUnits / 2) / unit.minorUnits
            return Quantity(thousandths: thousandths)
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
