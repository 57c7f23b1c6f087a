// Closing a bill: what is sold, what comes back, and who owes whom.
extension Sale {
    /// Closes a bill with what was paid before and this last payment; nil when nothing is left.
    mutating func settle(
        _ bill: OpenBill, with payment: Payment?, offers: [ProductID: Offer], at time: CivilTime
    ) throws(Rejection) -> [SaleEffect] {
        guard !bill.lines.isEmpty || bill.bringsBack else { throw .emptyBill }
        if let attempt = bill.attempt { throw .payment(.attemptOpen(attempt.amount)) }
        guard bill.due >= .zero || bill.returning == nil else {
            throw .returning(.givesBack(.zero - bill.due))
        }
        if let payment { try bill.checkCustomer(for: payment.tender) }
        let sale = try bill.settled(with: payment, offers: offers, at: time)
        return close(bill, sale, try bill.creditNote(refunding: [], at: time))
    }

    /// Closes a bill by which the shop owes the customer.
    mutating func refund(
        _ refunds: [Payment], for bill: OpenBill, offers: [ProductID: Offer], at time: CivilTime
    ) throws(Rejection) -> [SaleEffect] {
        let owed = Money.zero - bill.due
        guard bill.returning != nil, owed > .zero else { throw .returning(.nothingToGiveBack) }
        for refund in refunds {
            guard refund.amount > .zero else { throw .payment(.noAmount) }
            try bill.checkCustomer(for: refund.tender)
        }
        guard refunds.map(\.amount).total() == owed else {
            throw .returning(.wrongRefund(owed: owed))
        }
        let sale =
            bill.lines.isEmpty ? nil : try bill.settled(with: nil, offers: offers, at: time)
        return close(bill, sale, try bill.creditNote(refunding: refunds, at: time))
    }

    private mutating func close(
        _ bill: OpenBill, _ sale: Settlement?, _ note: Settlement?
    ) -> [SaleEffect] {
        switch (sale, note) {
        case (let sale?, let note?):
            self = .settling(bill, sale)
            return [.saveNote(note), .save(sale)]
        case (let only?, nil), (nil, let only?):
            self = .settling(bill, only)
            return [.save(only)]
        case (nil, nil):
            preconditionFailure("nothing to close was refused before")
        }
    }

    /// Goods of an earlier bill come back; its customer comes with them where there is none yet.
    mutating func take(
        _ goods: OpenReturn, into bill: OpenBill
    ) throws(Rejection) -> [SaleEffect] {
        try bill.checkNothingPaid()
        if let other = bill.returning, other.bill.number != goods.bill.number {
            throw .returning(.otherBill(other.bill.number))
        }
        if goods.bill.kind != .sale { throw .returning(.isCreditNote(goods.bill.number)) }
        var bill = bill
        bill.returning = goods
        let customer = goods.bill.customer.flatMap { $0.isDeleted ? nil : $0 }
        guard bill.customer == nil, let customer else {
            self = .open(bill)
            return [.returnChanged(goods)]
        }
        bill.customer = customer
        self = .open(bill)
        return [.customerChanged(customer), .returnChanged(goods)]
    }
}

extension OpenBill {
    /// The sale as it is paid: batches of this moment, what goods that came back pay of it.
    fileprivate func settled(
        with payment: Payment?, offers: [ProductID: Offer], at time: CivilTime
    ) throws(Rejection) -> Settlement? {
        guard !lines.isEmpty else { return nil }
        let lines = try settledLines(from: offers)
        let reckoning = Reckoning(lines, discount: discount, terms: terms)
        try reckoning.checkDiscounts(of: lines, discount, under: terms)
        let total = reckoning.totals.total
        let buyer = try namedBuyer(owing: total)
        let given = payments + [payment].compactMap(\.self)
        let change = try change(for: total, from: given, last: payment)
        let exchanged = min(total, returned)
        let exchange =
            exchanged > .zero ? [Payment(tender: .exchange, amount: exchanged)] : []
        return Settlement(
            reference: reference, terms: terms,
            lines: zip(lines, reckoning.lines).map {
                BillLine(product: $0.product, parts: $0.parts, amounts: $1)
            },
            totals: reckoning.totals, payments: exchange + given, change: change,
            customer: customer, buyer: buyer, soldAt: time, warning: warning)
    }

    /// The credit note of what comes back; nil where nothing does.
    fileprivate func creditNote(
        refunding refunds: [Payment], at time: CivilTime
    ) throws(Rejection) -> Settlement? {
        guard let returning, !returning.quantities.isEmpty else { return nil }
        let exchanged = min(total, returned)
        let exchange =
            exchanged > .zero ? [Payment(tender: .exchange, amount: exchanged)] : []
        let sold = returning.bill
        // A sale beside it keeps the reference; both are of one settlement.
        let own = lines.isEmpty ? reference : SaleReference(reference.raw + "-cn")
        return Settlement(
            reference: own, terms: terms.collecting(sold.regime), lines: returning.lines,
            totals: returning.totals, payments: exchange + refunds, change: .zero,
            customer: customer, buyer: sold.buyer, soldAt: time, warning: warning,
            kind: .creditNote(of: sold.number))
    }
}

extension BillTerms {
    /// The same rules under another regime: that of a bill whose goods come back.
    fileprivate func collecting(_ regime: TaxRegime) -> BillTerms {
        BillTerms(
            regime: regime, rounding: rounding, costsIncludeTax: costsIncludeTax,
            discountLimit: discountLimit, buyerNeededFrom: buyerNeededFrom)
    }
}
