package import Billing

extension ReceiptDocument {
    /// Makes the paper of a slip; a copy of which nobody knows whether it is the first says so.
    package init(slip: Slip, template: ReceiptTemplate, mark: CopyMark) {
        let writer = SlipWriter(template: template)
        let body =
            switch slip {
            case .heldBill(let slip): writer.heldBill(slip)
            case .statement(let statement): writer.statement(statement)
            case .repayment(let receipt): writer.repayment(receipt)
            case .upiCode(let request): writer.upiCode(request)
            case .shiftReport(let report): writer.shiftReport(report)
            }
        self.init(writer.head(mark) + body + [.cut])
    }
}

/// The parts of a slip, each as blocks.
struct SlipWriter {
    let template: ReceiptTemplate

    private var shop: ShopHeader { template.shop }
    var labels: ReceiptLabels { template.labels }

    func head(_ mark: CopyMark) -> [ReceiptBlock] {
        let name = ReceiptBlock.text(shop.name, style: .headline, alignment: .centre)
        switch mark {
        case .original: return [name]
        case .duplicate: return [titled(labels[.duplicate]), name]
        }
    }

    func heldBill(_ slip: HeldSlip) -> [ReceiptBlock] {
        let rows = slip.rows.map { row in
            TableRow(
                row.name,
                [quantity(row.quantity, Product.Unit(row.unit)), money(row.amount)])
        }
        return [titled(labels[.heldBill]), left(labels[.heldNumber], String(slip.number))]
            + (slip.customer.map(holder) ?? [])
            + [left(labels[.date], slip.since.receiptText), left(labels[.cashier], slip.cashier)]
            + [.rule, .table(rows), .rule]
            + [.table([TableRow(labels[.total], [money(slip.total)], isBold: true)])]
            + [centred(labels[.heldNotice]), .barcode(slip.code)]
            + (slip.cart.map { [.qr($0)] } ?? [])
    }

    func statement(_ statement: AccountStatement) -> [ReceiptBlock] {
        var balance = statement.broughtForward ?? .zero
        var rows: [TableRow] = []
        if statement.broughtForward != nil {
            rows.append(TableRow(labels[.broughtForward], ["", money(balance)]))
        }
        for entry in statement.entries {
            balance = balance + entry.amount
            rows.append(
                TableRow(
                    entry.at.date.iso + " " + reason(of: entry),
                    [money(entry.amount), money(balance)]))
        }
        let sums = [
            TableRow(labels[.owed], [money(statement.balance)], isBold: true),
            TableRow(labels[.limit], [money(statement.limit)]),
        ]
        return [titled(labels[.statement])] + holder(statement.holder)
            + [left(labels[.date], statement.at.receiptText), .rule, .table(rows), .rule]
            + [.table(sums)]
            + template.paymentCode(
                for: statement.balance, of: statement.holder.number + " " + statement.at.date.iso)
    }

    func repayment(_ receipt: RepaymentReceipt) -> [ReceiptBlock] {
        let means = [labels[receipt.tender.word], receipt.reference?.string].compactMap(\.self)
        return [titled(labels[.repayment])] + holder(receipt.holder)
            + [
                left(labels[.date], receipt.at.receiptText),
                left(labels[.cashier], receipt.cashier),
                .rule,
                .table([TableRow(labels[.received], [money(receipt.amount)], isBold: true)]),
                left(labels[.by], means.joined(separator: " ")),
                .table([TableRow(labels[.stillOwed], [money(receipt.left)])]),
            ]
    }

    func upiCode(_ request: UPIRequest) -> [ReceiptBlock] {
        [
            titled(labels[.payByUPI]),
            .text(money(request.attempt.amount), style: .headline, alignment: .centre),
            .qr(request.uri), left(labels[.payTo], request.payee),
            left(labels[.reference], request.attempt.id),
            left(labels[.date], request.at.receiptText),
            centred(labels[.noReceipt]),
        ]
    }

    private func reason(of entry: KhataEntry) -> String {
        switch entry.kind {
        case .sale, .creditNote: entry.billNumber ?? ""
        case .repayment: labels[.repaid] + " " + (entry.tender.map { labels[$0.word] } ?? "")
        case .correction: labels[.correction] + " " + (entry.billNumber ?? "")
        }
    }

    private func holder(_ holder: AccountHolder) -> [ReceiptBlock] {
        [left(labels[.customer], holder.number + " - " + holder.name)]
            + (template.content.shown(holder.phone).map { [left(labels[.phone], $0)] } ?? [])
    }

    func left(_ label: String, _ text: String) -> ReceiptBlock {
        .text(label + " " + text, style: .plain, alignment: .left)
    }

    private func centred(_ line: String) -> ReceiptBlock {
        .text(line, style: .plain, alignment: .centre)
    }

    func titled(_ title: String) -> ReceiptBlock {
        .text(title, style: .bold, alignment: .centre)
    }

    private func quantity(_ quantity: Quantity, _ unit: Product.Unit) -> String {
        unit.isSilent ? quantity.digits : quantity.digits + " " + unit.symbol
    }

    func money(_ amount: Money) -> String {
        guard amount < .zero else { return shop.currencySymbol + amount.shortDigits }
        return "-" + shop.currencySymbol + (Money.zero - amount).shortDigits
    }
}
