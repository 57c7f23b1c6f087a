/// Why the till does not trust its clock enough to put its time on a bill.
package enum ClockDoubt: Hashable, Sendable {
    /// The clock was never set: it shows a time before this program was made.
    case unset(now: CivilTime)
    /// The clock shows a time before the last bill.
    case behind(now: CivilTime, lastBill: CivilTime)
    /// The clock is so far after the last bill that it may have jumped.
    case ahead(now: CivilTime, lastBill: CivilTime)
}

/// A moment on the shop's wall and on the machine's clock, of a bill or of now.
package struct ClockReading: Hashable, Sendable {
    /// The time on the shop's wall.
    package let civil: CivilTime
    /// Milliseconds since 1970 in UTC, which no change of the zone's offset sets back.
    package let milliseconds: Int64

    /// Gathers a reading.
    package init(civil: CivilTime, milliseconds: Int64) {
        self.civil = civil
        self.milliseconds = milliseconds
    }
}

/// When a till asks a person about its clock before it bills.
package struct ClockRule: Hashable, Sendable {
    /// The year this program was made in: a clock before it was never set.
    private static let firstYear = 2026
    /// What the network's time may take back without a word.
    private static let toleranceMilliseconds: Int64 = 2_000
    private static let dayMilliseconds: Int64 = 86_400_000

    /// How many days after the last bill a clock is doubted.
    package let daysAhead: Int64

    /// Makes a rule; a shop that was closed for longer is asked once.
    package init(daysAhead: Int64 = 31) {
        self.daysAhead = daysAhead
    }

    /// What is doubtful about the clock at a moment; nil when nothing is.
    ///
    /// `lastBill` is the newest bill of the books. What a person said of the clock is not looked at.
    package func doubt(at now: ClockReading, lastBill: ClockReading?) -> ClockDoubt? {
        guard now.civil.date.year >= Self.firstYear else { return .unset(now: now.civil) }
        guard let lastBill else { return nil }
        let passed = now.milliseconds - lastBill.milliseconds
        if passed < -Self.toleranceMilliseconds {
            return .behind(now: now.civil, lastBill: lastBill.civil)
        }
        if passed > daysAhead * Self.dayMilliseconds {
            return .ahead(now: now.civil, lastBill: lastBill.civil)
        }
        return nil
    }

    /// Whether what a person said of the clock at one moment still holds at another.
    ///
    /// It does for a day on the same clock, and not once the clock was set back again.
    package func holds(_ confirmed: ClockReading, at now: ClockReading) -> Bool {
        let passed = now.milliseconds - confirmed.milliseconds
        return passed >= -Self.toleranceMilliseconds && passed <= Self.dayMilliseconds
    }
}
