import Billing

// What a receipt says between the lines and the total, of taxes, and of who buys.
extension BillWriter {
    /// What kind of document it is, as the tax law names it; nothing where no tax is registered.
    func title() -> [ReceiptBlock] {
        guard bill.kind == .sale else { return [titled(labels.creditNote)] }
        switch bill.regime {
        case .unregistered:
            return []
        case .composition:
            return [titled(labels.billOfSupply), centred(labels.compositionNotice)]
        case .regular:
            let isExempt = bill.totals.taxes.allSatisfy { $0.rate == .zero }
            return [titled(isExempt ? labels.billOfSupply : labels.taxInvoice)]
        }
    }

    /// Who the bill is made out to.
    func buyer() -> [ReceiptBlock] {
        guard let buyer = bill.buyer else { return [] }
        let lines = [
            buyer.name.map { labels.buyer + " " + $0 }, buyer.address,
            buyer.gstin.map { labels.gstin + " " + $0.text },
        ]
        return lines.compactMap(\.self).map { .text($0, style: .plain, alignment: .left) }
    }

    /// The steps from the subtotal to the total, where there are any.
    func steps() -> [TableRow] {
        let steps = [
            (labels.lineDiscounts, .zero - bill.totals.lineDiscounts),
            (labels.billDiscount, .zero - bill.totals.billDiscount),
            (labels.roundOff, bill.totals.roundOff),
        ]
        return steps.filter { $0.1 != .zero }.map { TableRow($0.0, [money($0.1)]) }
    }

    /// The taxes in the prices, one row a rate, and what was saved against the printed prices.
    func taxes() -> [ReceiptBlock] {
        var blocks: [ReceiptBlock] = []
        if !bill.totals.taxes.isEmpty {
            let head = TableRow(labels.rate, [labels.taxable, labels.cgst, labels.sgst])
            blocks = [.table([head] + bill.totals.taxes.map(taxRow))]
        }
        let saved = bill.lines.map(\.printedAmount).total() - bill.total
        if saved > .zero, hasSavings, bill.kind == .sale {
            blocks.append(centred(labels.saved + " " + money(saved)))
        }
        return blocks
    }

    /// Rounding alone is no saving.
    private var hasSavings: Bool {
        bill.lines.contains { $0.printedAmount > $0.amounts.net }
    }

    private func taxRow(_ row: TaxRow) -> TableRow {
        let name = row.rate == .zero ? labels.exempt : labels.gst + " " + row.rate.digits + "%"
        return TableRow(name, [row.taxable, row.cgst, row.sgst].map(\.digits))
    }

    private func titled(_ title: String) -> ReceiptBlock {
        .text(title, style: .bold, alignment: .centre)
    }
}
