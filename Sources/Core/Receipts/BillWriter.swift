import Billing

/// The parts of a bill's receipt, each as blocks.
struct BillWriter {
    /// What was sold.
    let bill: Bill
    /// How the shop's receipts look.
    let template: ReceiptTemplate

    var labels: ReceiptLabels { template.labels }
    private var shop: ShopHeader { template.shop }
    private var content: ReceiptContent { template.content }

    func start(_ mark: CopyMark) -> [ReceiptBlock] {
        switch mark {
        case .original: []
        case .duplicate: [.text(labels[.duplicate], style: .bold, alignment: .centre)]
        }
    }

    func facts() -> [ReceiptBlock] {
        let name = labels[bill.kind == .sale ? .billNumber : .creditNoteNumber]
        var lines = [name + " " + bill.number]
        if let cited = bill.kind.citedBill { lines.append(labels[.against] + " " + cited) }
        if bill.invoiceNumber != bill.number {
            lines.append(labels[.invoiceNumber] + " " + bill.invoiceNumber)
        }
        if let customer = bill.customer {
            lines.append(labels[.customer] + " " + customer.number + " - " + customer.name)
            if let phone = content.shown(customer.phone) {
                lines.append(labels[.phone] + " " + phone)
            }
        }
        lines.append(labels[.date] + " " + bill.soldAt.receiptText)
        if content.hasCashier { lines.append(labels[.cashier] + " " + bill.cashier) }
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
            if let details = details(of: line) { rows.append(TableRow(details, [])) }
            if line.amounts.discount > .zero {
                rows.append(
                    TableRow(
                        Self.indent + labels[.discount],
                        ["", money(.zero - line.amounts.discount)]))
            }
        }
        return [.table(rows)]
    }

    func foot() -> [ReceiptBlock] {
        let lines: [ReceiptBlock] = [.feed(lines: 1)] + shop.footer.map(centred)
        return lines + (content.hasBarcode ? [.barcode(bill.number)] : []) + [.cut]
    }

    /// What was handed over in cash.
    var cashGiven: Money { bill.payments.total(of: .cash) }

    /// What stands in front of a row that belongs to the one above it.
    static let indent = "  "

    func centred(_ line: String) -> ReceiptBlock {
        .text(line, style: .plain, alignment: .centre)
    }

    func money(_ amount: Money) -> String {
        guard amount < .zero else { return shop.currencySymbol + amount.shortDigits }
        return "-" + shop.currencySymbol + (Money.zero - amount).shortDigits
    }

    private func quantity(_ quantity: Quantity, _ unit: Product.Unit) -> String {
        unit.isSilent ? quantity.digits : quantity.digits + " " + unit.symbol
    }

    /// The product's code and printed prices, as far as they are known and wanted.
    private func details(of line: BillLine) -> String? {
        var words: [String] = []
        if content.hasHSN, let hsn = line.product.hsn { words.append(labels[.hsn] + " " + hsn) }
        if content.hasMRP {
            var prices: [Money] = []
            for case let price? in line.parts.map(\.mrp) where !prices.contains(price) {
                prices.append(price)
            }
            if !prices.isEmpty {
                words.append(labels[.mrp] + " " + prices.map(money).joined(separator: ", "))
            }
        }
        return words.isEmpty ? nil : Self.indent + words.joined(separator: "   ")
    }
}
