package import Billing

extension ReceiptDocument {
    /// Makes the receipt of a bill.
    ///
    /// The drawer opens before the first line prints, so that the change can be counted meanwhile
    /// and paper that ends in the middle does not keep the drawer shut. It opens for the original
    /// only, and only when cash was taken.
    package init(
        bill: Bill, shop: ShopHeader, mark: CopyMark, labels: ReceiptLabels = .english
    ) {
        let writer = BillWriter(bill: bill, shop: shop, labels: labels)
        let blocks: [[ReceiptBlock]] = [
            writer.start(mark), writer.header(), writer.title(), writer.facts(), writer.buyer(),
            [.rule], writer.items(), [.rule], writer.totals(), writer.taxes(), writer.foot(),
        ]
        self.init(Array(blocks.joined()))
    }
}

/// The parts of a bill's receipt, each as blocks.
struct BillWriter {
    /// What was sold.
    let bill: Bill
    /// Who sold it.
    let shop: ShopHeader
    /// The words.
    let labels: ReceiptLabels

    func start(_ mark: CopyMark) -> [ReceiptBlock] {
        switch mark {
        case .original: cashGiven > .zero ? [.drawerPulse] : []
        case .duplicate: [.text(labels.duplicate, style: .bold, alignment: .centre)]
        }
    }

    func header() -> [ReceiptBlock] {
        var lines = shop.address
        if let phone = shop.phone { lines.append(labels.shopPhone + " " + phone) }
        if let gstin = shop.gstin { lines.append(labels.gstin + " " + gstin) }
        return [.text(shop.name, style: .headline, alignment: .centre)] + lines.map(centred)
    }

    func facts() -> [ReceiptBlock] {
        let name = bill.kind == .sale ? labels.billNumber : labels.creditNoteNumber
        var lines = [name + " " + bill.number]
        if let cited = bill.kind.citedBill { lines.append(labels.against + " " + cited) }
        if bill.invoiceNumber != bill.number {
            lines.append(labels.invoiceNumber + " " + bill.invoiceNumber)
        }
        if let customer = bill.customer {
            lines.append(labels.customer + " " + customer.number + " - " + customer.name)
            lines.append(labels.phone + " " + customer.phone)
        }
        lines.append(labels.date + " " + bill.soldAt.receiptText)
        return lines.map { .text($0, style: .plain, alignment: .left) }
    }

    func items() -> [ReceiptBlock] {
        var rows: [TableRow] = []
        rows.reserveCapacity(bill.lines.count)
        for line in bill.lines {
            for row in line.rows {
                let price = quantity(row.quantity, line.product.unit) + " × " + money(row.price)
                rows.append(TableRow(line.product.name, [price, money(row.amount)]))
            }
            if line.amounts.discount > .zero {
                rows.append(
                    TableRow(labels.discount, ["", money(.zero - line.amounts.discount)]))
            }
        }
        return [.table(rows)]
    }

    func totals() -> [ReceiptBlock] {
        let sums =
            [TableRow(labels.subtotal, [money(bill.subtotal)])] + steps()
            + [TableRow(labels.total, [money(bill.total)], isBold: true)]
        let name = bill.kind == .sale ? labels.payment : labels.refund
        let tenders = bill.payments.map(\.tender.label).joined(separator: ", ")
        var blocks: [ReceiptBlock] = [
            .table(sums), .text(name + " " + tenders, style: .plain, alignment: .left),
        ]
        if bill.payments.count > 1 || bill.payments.contains(where: { $0.reference != nil }) {
            blocks.append(.table(bill.payments.map(row(of:))))
        }
        if cashGiven > .zero, bill.kind == .sale {
            blocks.append(
                .table([
                    TableRow(labels.cashGiven, [money(cashGiven)]),
                    TableRow(labels.change, [money(bill.change)]),
                ]))
        }
        return blocks
    }

    func foot() -> [ReceiptBlock] {
        let lines: [ReceiptBlock] = [.feed(lines: 1)] + shop.footer.map(centred)
        return lines + [.barcode(bill.number), .cut]
    }

    /// A payment with what the other side calls it.
    private func row(of payment: Payment) -> TableRow {
        let words = [payment.tender.label, payment.reference?.string].compactMap { $0 }
        return TableRow("  " + words.joined(separator: " "), [money(payment.amount)])
    }

    private var cashGiven: Money {
        bill.payments.filter { $0.tender == .cash }.map(\.amount).total()
    }

    func centred(_ line: String) -> ReceiptBlock {
        .text(line, style: .plain, alignment: .centre)
    }

    private func quantity(_ quantity: Quantity, _ unit: Product.Unit) -> String {
        unit.isSilent ? quantity.digits : quantity.digits + " " + unit.symbol
    }

    func money(_ amount: Money) -> String {
        guard amount < .zero else { return shop.currencySymbol + amount.shortDigits }
        return "-" + shop.currencySymbol + (Money.zero - amount).shortDigits
    }
}
