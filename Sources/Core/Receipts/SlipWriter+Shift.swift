import Billing

extension SlipWriter {
    /// The report of a shift: what was sold, what the drawer held, and the head of the chain.
    func shiftReport(_ report: ShiftReport) -> [ReceiptBlock] {
        let title = report.number.map { labels[.zReport] + " " + String($0) }
        let opening = report.opening
        return [
            titled(title ?? labels[.xReport]),
            left(labels[.shiftOpened], opening.at.receiptText + " " + opening.cashier),
            left(labels[.date], report.at.receiptText), left(labels[.cashier], report.cashier),
            .rule, .table(sold(report.facts.figures)), .rule, .table(drawer(report)),
        ] + outside(report.facts.outside) + chain(report.facts)
    }

    private func sold(_ figures: ShiftFigures) -> [TableRow] {
        var rows = [
            TableRow(labels[.sales] + " (\(figures.bills))", [money(figures.sales)]),
            TableRow(
                labels[.returns] + " (\(figures.creditNotes))", [money(.zero - figures.returns)]),
            TableRow(labels[.total], [money(figures.sales - figures.returns)], isBold: true),
        ]
        if figures.discounts > .zero {
            rows.append(TableRow(labels[.lineDiscounts], [money(figures.discounts)]))
        }
        if figures.tax != .zero { rows.append(TableRow(labels[.gst], [money(figures.tax)])) }
        return rows
            + figures.tenders.map { TableRow(labels[$0.tender.word], [money($0.net)]) }
    }

    private func drawer(_ report: ShiftReport) -> [TableRow] {
        let (figures, cash) = (report.facts.figures, report.facts.figures.tender(.cash))
        let parts: [(ReceiptWord, Money)] = [
            (.refund, .zero - cash.givenBack), (.repaid, cash.repaid),
            (.correction, cash.corrected), (.paidIn, figures.payIns),
            (.paidOut, .zero - figures.payOuts),
            (.onOpenBills, report.facts.openCash - report.opening.openCash),
        ]
        let rows =
            [
                TableRow(labels[.float], [money(report.opening.float)]),
                TableRow(labels[.cash], [money(cash.taken)]),
            ]
            + parts.filter { $0.1 != .zero }.map { TableRow(labels[$0.0], [money($0.1)]) }
        guard let counted = report.counted, let difference = report.difference else { return rows }
        return rows + [
            TableRow(labels[.expected], [money(report.expected)]),
            TableRow(labels[.counted], [money(counted)]),
            TableRow(labels[.difference], [money(difference)], isBold: true),
        ]
    }

    private func outside(_ figures: ShiftFigures) -> [ReceiptBlock] {
        guard !figures.isEmpty else { return [] }
        let sum = figures.sales - figures.returns
        return [
            .rule,
            .table([
                TableRow(labels[.outsideShift] + " (\(figures.bills))", [money(sum)]),
                TableRow(labels[.cash], [money(figures.cash)]),
            ]),
        ]
    }

    private func chain(_ facts: ShiftFacts) -> [ReceiptBlock] {
        guard let head = facts.chainHead else { return [] }
        return [.rule, left(labels[.chainHead], "\(facts.documents) \(head)")]
    }
}
