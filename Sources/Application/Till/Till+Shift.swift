import Billing
import Ledger
import LineMode

// The drawer's day: opened with a float, looked at, counted and closed.
extension Till {
    mutating func obey(_ word: ShiftWord, at desk: Desk) throws -> [TillEffect] {
        switch word {
        case .look: return [.show([wording.shift(state.shift)])]
        case .open(let float):
            let opening = ShiftOpening(
                till: settings.series.till, float: float, cashier: cashier,
                at: desk.moment.civil, openCash: try desk.books.cashOnOpenBills())
            return try apply(.opened(opening), at: desk)
        case .report:
            return try apply(
                .looked(by: cashier, at: desk.moment.civil, try desk.books.shiftFacts()),
                at: desk)
        case .close(let counted):
            let number = try desk.books.nextZNumber()
            return try apply(
                .counted(
                    counted, z: number, by: cashier, at: desk.moment.civil,
                    try desk.books.shiftFacts()), at: desk)
        case .lastReport(let number): return try showAgain(number, at: desk)
        }
    }

    private mutating func apply(_ event: Shift.Event, at desk: Desk) throws -> [TillEffect] {
        let effects: [Shift.Effect]
        do throws(Shift.Refusal) {
            effects = try state.shift.apply(event)
        } catch {
            return [.show([wording.refusal(error)])]
        }
        return try effects.flatMap { try take($0, at: desk) }
    }

    private mutating func take(_ effect: Shift.Effect, at desk: Desk) throws -> [TillEffect] {
        switch effect {
        case .begin(let opening):
            try desk.books.open(opening, at: desk.moment.milliseconds)
            try audit("shift-opened", of: nil, opening.float, why: nil, at: desk)
            return [.show([wording.opened(opening)])]
                + (try openDrawer(for: "shift open", of: nil, opening.float, at: desk))
        case .show(let report):
            return [.show(wording.report(report))] + (try printSlip(.shiftReport(report), at: desk))
        case .end(let report):
            try desk.books.close(report)
            try audit(
                "shift-closed", of: report.number.map { "Z \($0)" }, report.counted,
                why: report.difference.map { "difference \($0.digits)" }, at: desk)
            return [.show(wording.report(report))] + (try printSlip(.shiftReport(report), at: desk))
        }
    }

    private mutating func showAgain(_ number: Int64?, at desk: Desk) throws -> [TillEffect] {
        guard let report = try desk.books.zReport(number) else {
            return [.show([wording.noZReport(number)])]
        }
        return [.show(wording.report(report))]
            + (try printSlip(.shiftReport(report), isCopy: true, at: desk))
    }
}
