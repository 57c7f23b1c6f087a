package import Billing

extension ReceiptDocument {
    /// Makes the paper of a slip; a copy of which nobody knows whether it is the first says so.
    package init(
        slip: Slip, shop: ShopHeader, mark: CopyMark, labels: ReceiptLabels = .english,
        words: SlipLabels = .english
    ) {
        let writer = SlipWriter(shop: shop, labels: labels, words: words)
        let body =
            switch slip {
            case .heldBill(let slip): writer.heldBill(slip)
            case .statement(let statement): writer.statement(statement)
            case .repayment(let receipt): writer.repayment(receipt)
            case .upiCode(let request): writer.upiCode(request)
            }
        self.init(writer.head(mark) + body + [.cut])
    }
}

/// The parts of a slip, each as blocks.
struct SlipWriter {
    let shop: ShopHeader
    let labels: ReceiptLabels
    let words: SlipLabels

    func head(_ mark: CopyMark) -> [ReceiptBlock] {
        let name = ReceiptBlock.text(shop.name, style: .headline, alignment: .centre)
        switch mark {
        case .original: return [name]
        case .duplicate: return [titled(labels.duplicate), name]
        }
    }

    func heldBill(_ slip: HeldSlip) -> [ReceiptBlock] {
        let rows = slip.rows.map { row in
            TableRow(
                row.name,
                [quantity(row.quantity, Product.Unit(row.unit)), money(row.amount)])
        }
        return [titled(words.heldBill), left(words.heldNumber, String(slip.number))]
            + (slip.customer.map(holder) ?? [])
            + [left(labels.date, slip.since.receiptText), left(words.cashier, slip.cashier)]
            + [.rule, .table(rows), .rule]
            + [.table([TableRow(labels.total, [money(slip.total)], isBold: true)])]
            + [centred(words.heldNotice), .barcode(slip.code)]
    }

    func statement(_ statement: AccountStatement) -> [ReceiptBlock] {
        var balance = statement.broughtForward ?? .zero
        var rows: [TableRow] = []
        if statement.broughtForward != nil {
            rows.append(TableRow(words.broughtForward, ["", money(balance)]))
        }
        for entry in statement.entries {
            balance = balance + entry.amount
            rows.append(
                TableRow(
                    entry.at.date.iso + " " + reason(of: entry),
                    [money(entry.amount), money(balance)]))
        }
        let sums = [
            TableRow(words.owed, [money(statement.balance)], isBold: true),
            TableRow(words.limit, [money(statement.limit)]),
        ]
        return [titled(words.statement)] + holder(statement.holder)
            + [left(labels.date, statement.at.receiptText), .rule, .table(rows), .rule]
            + [.table(sums)]
    }

    func repayment(_ receipt: RepaymentReceipt) -> [ReceiptBlock] {
        let means = [receipt.tender.label, receipt.reference?.string].compactMap(\.self)
        return [titled(words.repayment)] + holder(receipt.holder)
            + [
                left(labels.date, receipt.at.receiptText), left(words.cashier, receipt.cashier),
                .rule,
                .table([TableRow(words.received, [money(receipt.amount)], isBold: true)]),
                left(words.by, means.joined(separator: " ")),
                .table([TableRow(words.stillOwed, [money(receipt.left)])]),
            ]
    }

    func upiCode(_ request: UPIRequest) -> [ReceiptBlock] {
        [
            titled(words.payByUPI),
            .text(money(request.attempt.amount), style: .headline, alignment: .centre),
            .qr(request.uri), left(words.payTo, request.payee),
            left(words.reference, request.attempt.id), left(labels.date, request.at.receiptText),
            centred(words.noReceipt),
        ]
    }

    private func reason(of entry: KhataEntry) -> String {
        switch entry.kind {
        case .sale, .creditNote: entry.billNumber ?? ""
        case .repayment: words.repaid + " " + (entry.tender?.label ?? "")
        case .correction: words.correction + " " + (entry.billNumber ?? "")
        }
    }

    private func holder(_ holder: AccountHolder) -> [ReceiptBlock] {
        [
            left(labels.customer, holder.number + " - " + holder.name),
            left(labels.phone, holder.phone),
        ]
    }

    private func left(_ label: String, _ text: String) -> ReceiptBlock {
        .text(label + " " + text, style: .plain, alignment: .left)
    }

    private func centred(_ line: String) -> ReceiptBlock {
        .text(line, style: .plain, alignment: .centre)
    }

    private func titled(_ title: String) -> ReceiptBlock {
        .text(title, style: .bold, alignment: .centre)
    }

    private func quantity(_ quantity: Quantity, _ unit: Product.Unit) -> String {
        unit.isSilent ? quantity.digits : quantity.digits + " " + unit.symbol
    }

    private func money(_ amount: Money) -> String {
        guard amount < .zero else { return shop.currencySymbol + amount.shortDigits }
        return "-" + shop.currencySymbol + (Money.zero - amount).shortDigits
    }
}
