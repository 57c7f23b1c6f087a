import Billing

// What a receipt says between the lines and the total, of taxes, and of who buys.
extension BillWriter {
    /// What kind of document it is, as the tax law names it; nothing where no tax is registered.
    func title() -> [ReceiptBlock] {
        guard bill.kind == .sale else { return [titled(labels[.creditNote])] }
        switch bill.regime {
        case .unregistered:
            return []
        case .composition:
            return [titled(labels[.billOfSupply]), centred(labels[.compositionNotice])]
        case .regular:
            let isExempt = bill.totals.taxes.allSatisfy { $0.rate == .zero }
            return [titled(labels[isExempt ? .billOfSupply : .taxInvoice])]
        }
    }

    /// Who the bill is made out to.
    func buyer() -> [ReceiptBlock] {
        guard let buyer = bill.buyer else { return [] }
        let known = [
            buyer.name, buyer.address, buyer.gstin.map { labels[.gstin] + " " + $0.text },
        ].compactMap(\.self)
        return known.enumerated().map { index, line in
            let text = index == 0 ? labels[.buyer] + " " + line : line
            return .text(text, style: .plain, alignment: .left)
        }
    }

    /// The taxes in the prices, one row a rate.
    func taxes() -> [ReceiptBlock] {
        guard template.content.hasTaxSummary, !bill.totals.taxes.isEmpty else { return [] }
        let head = TableRow(labels[.rate], [labels[.taxable], labels[.cgst], labels[.sgst]])
        return [.rule, .table([head] + bill.totals.taxes.map(taxRow))]
    }

    /// What was saved against the printed prices.
    func savings() -> [ReceiptBlock] {
        let saved = bill.lines.map(\.printedAmount).total() - bill.total
        guard template.content.hasSavings, saved > .zero, hasSavings, bill.kind == .sale else {
            return []
        }
        return [centred(labels[.saved] + " " + money(saved))]
    }

    /// Rounding alone is no saving.
    private var hasSavings: Bool {
        bill.lines.contains { $0.printedAmount > $0.amounts.net }
    }

    private func taxRow(_ row: TaxRow) -> TableRow {
        let name = row.rate == .zero ? labels[.exempt] : labels[.gst] + " " + row.rate.digits + "%"
        return TableRow(name, [row.taxable, row.cgst, row.sgst].map(\.digits))
    }

    private func titled(_ title: String) -> ReceiptBlock {
        .text(title, style: .bold, alignment: .centre)
    }
}
