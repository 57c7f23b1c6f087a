package import Billing

// Answers about the drawer's day.
extension Wording {
    /// A shift began.
    package func opened(_ shift: ShiftOpening) -> Row {
        Row(
            .result,
            "Shift open with \(amount(shift.float)) in the drawer, by \(shift.cashier). Count the "
                + "drawer at its end and type shift close.")
    }

    /// How the shift is.
    package func shift(_ shift: Shift) -> Row {
        switch shift {
        case .closed: noShift
        case .open(let opening):
            Row(
                .plain,
                "Shift open since \(opening.at.receiptText) with \(amount(opening.float)), by "
                    + "\(opening.cashier). x shows the figures so far.")
        }
    }

    /// Something about a shift was refused.
    package func refusal(_ refusal: Shift.Refusal) -> Row {
        switch refusal {
        case .isOpen(let opening):
            Row(
                .refusal,
                "A shift is open since \(opening.at.receiptText), by \(opening.cashier). Count the "
                    + "drawer and type shift close first; nothing was changed.")
        case .isClosed:
            Row(.refusal, "No shift is open. Count the drawer and type shift open 2000.")
        }
    }

    /// There is no Z report, or none of that number.
    package func noZReport(_ number: Int64?) -> Row {
        Row(
            .refusal,
            number.map { "There is no Z report \($0)." }
                ?? "There is no Z report yet. shift close makes one.")
    }

    /// A shift's report as a table.
    package func report(_ report: ShiftReport) -> [Row] {
        let head = report.number.map { "Z report \($0)" } ?? "X report"
        let opening = report.opening
        return [
            Row(
                .heading,
                "\(head)   till \(opening.till)   \(opening.at.receiptText) to "
                    + report.at.receiptText)
        ] + sold(report.facts.figures) + drawer(of: report) + outside(report.facts.outside)
            + chain(report.facts)
    }

    /// A Z report in a list.
    package func listed(_ report: ShiftReport) -> Row {
        let columns = [
            "Z \(report.number ?? 0)".rightPadded(to: 8), report.at.receiptText,
            amount(report.facts.figures.sales - report.facts.figures.returns).leftPadded(to: 16),
            "difference " + amount(report.difference ?? .zero).leftPadded(to: 12), report.cashier,
        ]
        return Row(.plain, columns.joined(separator: "   "))
    }

    private var noShift: Row {
        Row(.plain, "No shift is open. Count the drawer and type shift open 2000.")
    }

    private func sold(_ figures: ShiftFigures) -> [Row] {
        let numbers = [figures.firstNumber, figures.lastNumber].compactMap(\.self)
        var rows = [
            entry(
                "sales", figures.sales,
                "\(figures.bills) bills " + numbers.joined(separator: " to ")),
            entry("returns", .zero - figures.returns, "\(figures.creditNotes) credit notes"),
        ]
        if figures.discounts > .zero { rows.append(entry("discounts given", figures.discounts)) }
        if figures.tax != .zero { rows.append(entry("tax in it", figures.tax)) }
        return rows + figures.tenders.map { entry("by \($0.tender.label)", $0.net) }
    }

    /// What must be there is said with what was counted, never before.
    private func drawer(of report: ShiftReport) -> [Row] {
        let facts = report.facts
        let cash = facts.figures.tender(.cash)
        var rows = [
            Row(.heading, "Drawer"), entry("float", report.opening.float),
            entry("cash sales", cash.taken), entry("cash refunds", .zero - cash.givenBack),
            entry("cash repaid by customers", cash.repaid),
            entry("cash corrections", cash.corrected),
            entry("paid in", facts.figures.payIns),
            entry("paid out", .zero - facts.figures.payOuts),
            entry("cash on open bills", facts.openCash - report.opening.openCash),
        ]
        guard let counted = report.counted, let difference = report.difference else { return rows }
        rows.append(entry("expected", report.expected))
        rows.append(entry("counted", counted))
        let verdict =
            difference == .zero ? "as it must be" : difference < .zero ? "missing" : "too much"
        return rows + [
            Row(.result, Self.columns("difference", amount(difference), verdict))
        ]
    }

    private func outside(_ figures: ShiftFigures) -> [Row] {
        guard !figures.isEmpty else { return [] }
        return [
            Row(.heading, "Before it, while no shift was open"),
            entry("sales less returns", figures.sales - figures.returns, "\(figures.bills) bills"),
            entry("cash", figures.cash),
        ]
    }

    private func chain(_ facts: ShiftFacts) -> [Row] {
        guard let head = facts.chainHead else { return [] }
        return [Row(.plain, "chain of \(facts.documents) documents, head \(head)")]
    }

    private func entry(_ name: String, _ sum: Money, _ note: String = "") -> Row {
        Row(.plain, Self.columns(name, amount(sum), note))
    }

    private static func columns(_ name: String, _ sum: String, _ note: String) -> String {
        let columns = "  " + name.rightPadded(to: 26) + sum.leftPadded(to: 16)
        return note.isEmpty ? columns : columns + "   " + note
    }
}
