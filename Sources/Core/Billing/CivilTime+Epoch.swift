extension CivilTime {
    /// The time that a wall clock shows this many seconds after 1970-01-01 00:00:00 on it.
    ///
    /// The caller has added the offset of the shop's time zone. Nil outside the years 1 to 9999.
    /// The calendar is the proleptic Gregorian one (days to civil after Howard Hinnant's
    /// "chrono-Compatible Low-Level Date Algorithms", eras of 400 years starting in March).
    package init?(localSeconds seconds: Int64) {
        let (days, rest) = Self.floorDivide(seconds, by: 86_400)
        let (era, dayOfEra) = Self.floorDivide(days + 719_468, by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard
            let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
        else { return nil }
        self.init(
            date: date, hour: Int(rest / 3_600), minute: Int(rest / 60 % 60),
            second: Int(rest % 60))
    }

    private static func floorDivide(
        _ value: Int64, by divisor: Int64
    ) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
