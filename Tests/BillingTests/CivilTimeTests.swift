import Billing
import Testing

@Suite("CivilTime")
struct CivilTimeTests {
    @Test(
        "only times that a clock can show are times",
        arguments: [
            (0, 0, 0, true), (23, 59, 59, true), (23, 59, 60, true), (24, 0, 0, false),
            (0, 60, 0, false), (0, 0, 61, false), (-1, 0, 0, false), (0, -1, 0, false),
            (0, 0, -1, false),
        ])
    func existing(hour: Int, minute: Int, second: Int, exists: Bool) throws {
        let day = try #require(CivilDate(iso: "2025-01-15"))
        let time = CivilTime(date: day, hour: hour, minute: minute, second: second)
        #expect((time != nil) == exists)
    }

    @Test(
        "a time is read and written as yyyy-MM-dd HH:mm:ss, and said on receipts with AM and PM",
        arguments: [
            ("2025-01-15 10:30:00", "2025-01-15 10:30 AM"),
            ("2025-01-15 00:00:59", "2025-01-15 12:00 AM"),
            ("2025-01-15 00:59:00", "2025-01-15 12:59 AM"),
            ("2025-01-15 01:05:00", "2025-01-15 01:05 AM"),
            ("2025-01-15 11:59:59", "2025-01-15 11:59 AM"),
            ("2025-01-15 12:00:00", "2025-01-15 12:00 PM"),
            ("2025-01-15 13:01:00", "2025-01-15 01:01 PM"),
            ("2025-12-31 23:59:60", "2025-12-31 11:59 PM"),
        ])
    func iso(text: String, receipt: String) throws {
        let time = try #require(CivilTime(iso: text))
        #expect(time.iso == text)
        #expect(time.receiptText == receipt)
    }

    @Test(
        "nothing else is read as a time",
        arguments: [
            "", "2025-01-15", "10:30:00", "2025-01-15T10:30:00", "2025-01-15 10:30",
            "2025-01-15 1:30:00", "2025-01-15 10:30:00 ", "2025-01-15  10:30:00",
            "2025-01-15 24:00:00", "2025-02-30 10:30:00", "2025-01-15 +1:30:00",
            "2025-01-15 10:30:0a", "2025-01-15 10-30-00", "2025-01-15 10:30:00:00",
        ])
    func refusing(text: String) {
        #expect(CivilTime(iso: text) == nil)
    }

    @Test("times compare as clocks do, and as their texts do")
    func order() throws {
        let texts = [
            "2024-12-31 23:59:59", "2025-01-15 00:00:00", "2025-01-15 00:00:01",
            "2025-01-15 00:01:00", "2025-01-15 09:59:59", "2025-01-15 10:00:00",
            "2025-01-16 00:00:00",
        ]
        let times = try texts.map { try #require(CivilTime(iso: $0)) }
        for (index, time) in times.enumerated() {
            for (other, later) in times.enumerated() {
                #expect((time < later) == (index < other))
                #expect((time.iso < later.iso) == (index < other))
            }
        }
    }
}
