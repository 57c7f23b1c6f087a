import Billing

// What a receipt says of the total and of how it was paid.
extension BillWriter {
    /// From the subtotal to the change.
    func totals() -> [ReceiptBlock] {
        let sums =
            [TableRow(labels[.subtotal], [money(bill.subtotal)])] + steps()
            + [TableRow(labels[.total], [money(bill.total)], isBold: true)]
        var blocks: [ReceiptBlock] = [.table(sums)]
        // Goods that are worth less than the smallest coin come back for nothing.
        if !bill.payments.isEmpty {
            let name = labels[bill.kind == .sale ? .payment : .refund]
            let tenders = bill.payments.map { labels[$0.tender.word] }.joined(separator: ", ")
            blocks.append(.text(name + " " + tenders, style: .plain, alignment: .left))
        }
        if bill.payments.count > 1 || bill.payments.contains(where: { $0.reference != nil }) {
            blocks.append(.table(bill.payments.map(row(of:))))
        }
        if cashGiven > .zero, bill.kind == .sale {
            blocks.append(
                .table([
                    TableRow(labels[.cashGiven], [money(cashGiven)]),
                    TableRow(labels[.change], [money(bill.change)]),
                ]))
        }
        return blocks
    }

    /// The code by which a phone pays what was put on the customer's account.
    func paymentCode() -> [ReceiptBlock] {
        guard bill.kind == .sale else { return [] }
        return template.paymentCode(for: bill.payments.total(of: .credit), of: bill.number)
    }

    /// The steps from the subtotal to the total, where there are any.
    private func steps() -> [TableRow] {
        let steps: [(ReceiptWord, Money)] = [
            (.lineDiscounts, .zero - bill.totals.lineDiscounts),
            (.billDiscount, .zero - bill.totals.billDiscount),
            (.roundOff, bill.totals.roundOff),
        ]
        return steps.filter { $0.1 != .zero }.map { TableRow(labels[$0.0], [money($0.1)]) }
    }

    /// A payment with what the other side calls it.
    private func row(of payment: Payment) -> TableRow {
        let words = [labels[payment.tender.word], payment.reference?.string].compactMap { $0 }
        return TableRow(Self.indent + words.joined(separator: " "), [money(payment.amount)])
    }
}

extension Tender {
    /// The word of a receipt for it.
    package var word: ReceiptWord {
        switch self {
        case .cash: .cash
        case .upi: .upi
        case .card: .card
        case .credit: .credit
        case .exchange: .exchange
        }
    }
}

extension ReceiptTemplate {
    /// The code by which a phone pays what is owed; nothing where none is, or none is printed.
    ///
    /// Its `tr` is made of `paper`, what the paper is known by, so that the shop finds it in its
    /// bank's list.
    func paymentCode(for owed: Money, of paper: String) -> [ReceiptBlock] {
        guard let payee = upiPayee, owed > .zero else { return [] }
        let attempt = PaymentAttempt(
            id: PaymentAttempt.id(from: SaleReference(paper)), amount: owed)
        return [
            .table([
                TableRow(labels[.amountDue], [shop.currencySymbol + owed.shortDigits], isBold: true)
            ]),
            .text(labels[.payByUPI], style: .plain, alignment: .centre),
            .qr(UPILink(payee: payee, attempt: attempt, note: paper).uri),
        ]
    }
}
