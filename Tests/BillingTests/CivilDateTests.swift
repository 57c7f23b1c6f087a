import Billing
import Testing

@Suite("CivilDate")
struct CivilDateTests {
    @Test(
        "only days that exist are days",
        arguments: [
            (2025, 1, 31, true), (2025, 4, 30, true), (2025, 4, 31, false), (2025, 2, 28, true),
            (2025, 2, 29, false), (2024, 2, 29, true), (1900, 2, 29, false), (2000, 2, 29, true),
            (2100, 2, 29, false), (2400, 2, 29, true), (2025, 0, 1, false), (2025, 13, 1, false),
            (2025, 1, 0, false), (2025, 1, 32, false), (2025, -1, 1, false), (2025, 1, -1, false),
            (0, 1, 1, false), (1, 1, 1, true), (9999, 12, 31, true), (10_000, 1, 1, false),
            (2025, 6, 31, false), (2025, 9, 31, false), (2025, 11, 31, false),
        ])
    func existing(year: Int, month: Int, day: Int, exists: Bool) {
        #expect((CivilDate(year: year, month: month, day: day) != nil) == exists)
    }

    @Test(
        "a day is read and written as yyyy-MM-dd",
        arguments: [
            ("2025-01-15", 2025, 1, 15), ("0001-12-31", 1, 12, 31), ("2024-02-29", 2024, 2, 29),
        ])
    func iso(text: String, year: Int, month: Int, day: Int) throws {
        let date = try #require(CivilDate(iso: text))
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(date.iso == text)
    }

    @Test(
        "nothing else is read as a day",
        arguments: [
            "", "2025", "2025-1-15", "2025-01-5", "25-01-15", "2025-01-15 ", " 2025-01-15",
            "2025/01/15", "15-01-2025", "2025-01-15T00:00", "+025-01-15", "2025-+1-15",
            "2025--1-15", "2025-02-30", "2025-13-01", "0000-01-01", "20250115", "२०२५-01-15",
            "2025-01-15-", "-2025-01-15", "2025-01-1\u{661}",
        ])
    func refusing(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test("days compare as the calendar does, and as their texts do")
    func order() throws {
        let texts = ["2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01", "2026-01-01"]
        let days = try texts.map { try #require(CivilDate(iso: $0)) }
        for (index, day) in days.enumerated() {
            for (other, later) in days.enumerated() {
                #expect((day < later) == (index < other))
                #expect((day.iso < later.iso) == (index < other))
            }
        }
    }
}
