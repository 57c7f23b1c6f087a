import Billing
import Testing

@Suite("CivilTime from seconds")
struct CivilTimeEpochTests {
    // The dates are those that `date -u -d @SECONDS` prints.
    @Test(
        "known moments have their known dates",
        arguments: [
            (0, "1970-01-01 00:00:00"), (-1, "1969-12-31 23:59:59"), (59, "1970-01-01 00:00:59"),
            (86_399, "1970-01-01 23:59:59"), (86_400, "1970-01-02 00:00:00"),
            (951_782_399, "2000-02-28 23:59:59"), (951_782_400, "2000-02-29 00:00:00"),
            (951_868_800, "2000-03-01 00:00:00"), (1_000_000_000, "2001-09-09 01:46:40"),
            (1_736_937_000, "2025-01-15 10:30:00"), (1_774_983_600, "2026-03-31 19:00:00"),
            (2_147_483_647, "2038-01-19 03:14:07"), (4_107_542_399, "2100-02-28 23:59:59"),
            (4_107_542_400, "2100-03-01 00:00:00"), (-2_203_891_200, "1900-03-01 00:00:00"),
            (-62_135_596_800, "0001-01-01 00:00:00"), (253_402_300_799, "9999-12-31 23:59:59"),
        ] as [(Int64, String)])
    func known(seconds: Int64, text: String) throws {
        #expect(try #require(CivilTime(localSeconds: seconds)).iso == text)
    }

    @Test(
        "before the year 1 and after 9999 there is no date",
        arguments: [-62_135_596_801, 253_402_300_800, .min, .max] as [Int64])
    func outside(seconds: Int64) {
        #expect(CivilTime(localSeconds: seconds) == nil)
    }

    // The other way to a calendar: count the days one by one, two whole eras of 400 years.
    @Test("every day from 1600 to 2400 follows the one before it")
    func sweep() throws {
        var (year, month, day) = (1600, 1, 1)
        var seconds: Int64 = -11_676_096_000
        var wrong: [Int64] = []
        while year < 2401 {
            let last = CivilTime(localSeconds: seconds + 86_399)
            let first = CivilTime(localSeconds: seconds)
            let date = CivilDate(year: year, month: month, day: day)
            if first?.date != date || last?.date != date || date == nil { wrong.append(seconds) }
            seconds += 86_400
            day += 1
            if CivilDate(year: year, month: month, day: day) == nil {
                (month, day) = (month + 1, 1)
            }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        #expect(wrong == [])
        // 801 years with 195 leap days: the count itself is checked, not only the steps.
        #expect(seconds == -11_676_096_000 + Int64(801 * 365 + 195) * 86_400)
    }

    @Test("every second of a day has its own time on the clock")
    func seconds() throws {
        for second in 0..<Int64(86_400) {
            let time = try #require(CivilTime(localSeconds: 1_736_899_200 + second))
            let clock = Int64(time.hour * 3_600 + time.minute * 60 + time.second)
            if clock != second || time.date.day != 15 { Issue.record("second \(second)") }
        }
    }
}
