import Billing

/// A law of the sale that does not hold.
struct Broken: Error {
    let law: String
}

/// What holds of every sale at every moment, checked against the plain account of it.
enum SaleLaws {
    static func check(_ sale: Sale, against model: CartModel) throws(Broken) {
        try hold(phase(of: sale) == model.phase, "it is \(phase(of: sale)), not \(model.phase)")
        if let bill = sale.openBill { try check(bill, against: model) }
        if let settlement = sale.settlement { try check(settlement, against: model) }
    }

    private static func check(_ bill: OpenBill, against model: CartModel) throws(Broken) {
        try hold(bill.customer == model.customer, "the customer is \(bill.customer as Any)")
        try hold(bill.lines.map(\.product) == model.lines.map(\.product), "other lines")
        for (line, expected) in zip(bill.lines, model.lines) {
            try checkParts(line.parts, expected.thousandths, model.shelf[line.product.id])
            let shown = model.shown(expected)
            try hold(line.parts.map(\.batch) == shown.map(\.batch.id), "other batches")
            try hold(line.parts.map(\.price.minorUnits) == shown.map(\.price), "other prices")
            try hold(line.quantity.thousandths == expected.thousandths, "another quantity")
            try hold(line.isPriceEdited == (expected.setPrice != nil), "price edited or not")
            try hold(line.amount.minorUnits == model.amount(of: expected), "another amount")
            try hold(line.amount == line.rows.map(\.amount).total(), "amount is not Σ rows")
        }
        try hold(bill.due.minorUnits == model.due, "\(bill.due.digits) is left")
        try hold(bill.attempt?.amount.minorUnits == model.asked, "another attempt")
        try hold(bill.total.minorUnits == model.total, "the total is \(bill.total.digits)")
        try hold(bill.discount == model.discount, "another discount")
        try checkSums(bill.reckoning.lines, bill.totals, model.sums, model.terms)
    }

    private static func check(_ settlement: Settlement, against model: CartModel) throws(Broken) {
        guard let account = model.account else { throw Broken(law: "no payment was made") }
        try hold(
            settlement.total.minorUnits == account.total, "the total paid is not the one shown")
        try hold(settlement.totalCost.minorUnits == account.cost, "the cost is another")
        try hold(settlement.change.minorUnits == account.change, "the change is another")
        try hold(settlement.customer == model.customer, "the customer is another")
        try hold(
            settlement.payments.allSatisfy { $0.tender == .upi || $0.tender == .cash },
            "a tender that nobody named")
        let paid = settlement.payments.map(\.amount).total()
        try hold(paid == settlement.total + settlement.change, "paid is not total and change")
        let bill = settlement.bill(number: "BILL-1", cashier: "Asha")
        try hold(bill.profit + bill.totalCost == bill.total, "profit and cost are not the total")
        try hold(bill.lines.map(\.amount).total() == bill.subtotal, "subtotal is not Σ lines")
        try checkSums(
            settlement.lines.map(\.amounts), settlement.totals, account.sums, model.terms)
        try hold(settlement.lines.count == model.lines.count, "lines were lost")
        for (line, expected) in zip(settlement.lines, model.lines) {
            try checkParts(line.parts, expected.thousandths, nil)
        }
        let prices = settlement.lines.map { line in
            CartModel.prices(
                of: line.parts.map { part in
                    let batch = Shop.batch(part.batch.raw, part.label, part.quantity, cost: 0)
                    return Stretch(
                        batch: batch, length: part.quantity.thousandths,
                        price: part.price.minorUnits)
                })
        }
        try hold(prices == account.prices, "prices that were shown did not stay")
    }

    /// Discounts and taxes add up to the bill in every paisa.
    private static func checkSums(
        _ lines: [LineAmounts], _ totals: BillTotals, _ expected: [CartModel.Sum],
        _ terms: BillTerms
    ) throws(Broken) {
        try hold(lines.map(CartModel.Sum.init) == expected, "\(lines) are not \(expected)")
        try hold(lines.map(\.gross).total() == totals.gross, "gross is not Σ lines")
        try hold(lines.map(\.discount).total() == totals.lineDiscounts, "discounts are not Σ")
        try hold(lines.map(\.billDiscount).total() == totals.billDiscount, "shares are not Σ")
        let net = lines.map(\.net).total()
        try hold(net + totals.roundOff == totals.total, "the total is not Σ net")
        let taxed = totals.taxes.map { $0.taxable + $0.cgst + $0.sgst }.total()
        try hold(
            terms.regime != .regular || taxed == net, "taxes do not add up to what is paid")
        try hold(abs(totals.roundOff.minorUnits) <= 50, "rounded by more than half")
    }

    private static func checkParts(
        _ parts: [LinePart], _ thousandths: Int64, _ shelf: Offer?
    ) throws(Broken) {
        try hold(parts.allSatisfy { $0.quantity > .zero }, "an empty part")
        let sum = parts.reduce(Int64(0)) { $0 + $1.quantity.thousandths }
        try hold(sum == thousandths, "the parts add up to \(sum), not \(thousandths)")
        for batch in shelf?.batches ?? [] {
            let taken = parts.filter { $0.batch == batch.id }.map(\.quantity)
            try hold(taken.reduce(.zero, +) <= batch.available, "\(batch.label) is over-taken")
        }
    }

    private static func phase(of sale: Sale) -> CartModel.Phase {
        switch sale {
        case .idle: .idle
        case .open: .open
        case .settling: .settling
        case .sold: .sold
        }
    }

    private static func hold(_ holds: Bool, _ law: @autoclosure () -> String) throws(Broken) {
        if !holds { throw Broken(law: law()) }
    }
}
