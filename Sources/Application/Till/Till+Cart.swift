import Billing
import Ledger
import LineMode
import Scanning

extension Till {
    /// The batches behind a line, as a table to pick one from.
    mutating func showBatches(ofLine line: Int?, at desk: Desk) throws -> [TillEffect] {
        guard let bill = state.sale.openBill else {
            return [.show([wording.refusal(.noOpenBill)])]
        }
        let index: Int
        do throws(Rejection) {
            index = try bill.index(ofLine: line)
        } catch {
            return [.show([wording.refusal(error)])]
        }
        let line = bill.lines[index]
        let shelf = try desk.books.shelf(of: line.product, on: desk.moment.civil.date)
        guard !shelf.isEmpty else { return [.show([wording.noShelf(of: line.product)])] }
        // One digit picks one; those behind the ninth are younger and have their turn later.
        let shown = Array(shelf.prefix(9))
        state.choice = .batch(shown, line: index + 1)
        return [
            .show(wording.batches(shown, shown: Set(line.parts.map(\.batch)), of: line))
        ]
    }

    /// Makes an unknown code a product with its goods in hand, and sells one of it.
    mutating func add(_ new: NewProduct, at desk: Desk) throws -> [TillEffect] {
        guard settings.rules.addsProducts else { return [.show([wording.notAllowed("quick_add")])] }
        let today = desk.moment.civil.date
        let code: Barcode
        do throws(ScannedCodeError) {
            code = try ScannedCode(payload: Array(new.code.utf8), thisYear: today.year).barcode
        } catch {
            let shown = EscapedBytes.text(of: Array(new.code.utf8))
            return [.show([wording.unreadableBarcode(shown, reason: error.description)])]
        }
        if let known = try desk.books.offer(code: code.key, on: today) {
            return [.show([wording.knownProduct(known.product)])]
        }
        let entry = CatalogueEntry(
            name: new.name, unit: new.unit, hsn: nil, gstRate: new.rate.hundredths, category: nil)
        let id = try desk.books.addProduct(entry, on: today)
        try desk.books.addCode(code.key, shown: code.shown, to: id)
        try desk.books.openDeficit(of: id, cost: new.cost, price: new.price, on: today)
        guard let offer = try desk.books.offer(code: code.key, on: today) else {
            throw LedgerError.damaged(what: "the product \(new.name) was not added")
        }
        return [.show([wording.added(offer.product)])] + (try sell(offer, .one, at: desk))
    }

    /// Changes what the bill says of who it is made out to.
    mutating func changeBuyer(
        at desk: Desk, _ change: (inout Buyer) -> Void
    ) throws -> [TillEffect] {
        var buyer = state.sale.openBill?.buyer ?? Buyer()
        change(&buyer)
        guard !buyer.isEmpty || state.sale.openBill != nil else {
            return [.show([wording.refusal(.noOpenBill)])]
        }
        return try apply(
            .buyerNamed(buyer.isEmpty ? nil : buyer, opening: opening()), at: desk)
    }

    /// The offer with what the books do not have behind it; nil where that may not be sold.
    ///
    /// Goods that were put into the catalogue at a till are sold so until they are received. Where
    /// the books have stock that is expired or blocked, the pack in hand may be of that.
    func offer(_ offer: Offer, belowZeroAt desk: Desk) throws -> Offer? {
        let today = desk.moment.civil.date
        let product = offer.product
        let isAllowed =
            settings.rules.sellsBelowZero
            ? try !desk.books.hasUnsellableStock(product.id, on: today)
            : try settings.rules.addsProducts && desk.books.wasNeverReceived(product.id)
        guard isAllowed else { return nil }
        return try desk.books.belowZeroBatch(of: product, on: today).map(offer.adding)
    }
}
