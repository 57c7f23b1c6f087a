import Billing
import Ledger
import LineMode

extension Till {
    /// The refusal that stands before every payment and credit note as long as the clock is doubted.
    func refusalByClock(at desk: Desk) throws -> Row? {
        try desk.books.clockDoubt(at: desk.moment.reading, by: settings.clockRule)
            .map(wording.clockDoubted)
    }

    /// Shows what the clock says, or notes that it is right; only what is doubted is noted.
    mutating func clock(isConfirmed: Bool, at desk: Desk) throws -> [TillEffect] {
        guard let refusal = try refusalByClock(at: desk) else {
            return [.show([wording.clock(at: desk.moment.civil)])]
        }
        guard isConfirmed else { return [.show([refusal])] }
        try desk.books.confirmClock(at: desk.moment.reading, by: cashier)
        try audit(
            "clock-confirmed", of: nil, nil, why: "the clock says \(desk.moment.civil.iso)",
            at: desk)
        return [.show([wording.clockConfirmed(at: desk.moment.civil)])]
    }
}

extension TillMoment {
    /// The moment as it is compared with that of the last bill.
    var reading: ClockReading { ClockReading(civil: civil, milliseconds: milliseconds) }
}
