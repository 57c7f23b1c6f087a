import Testing

@testable import Exchange

@Suite("Numbers of a file are read exactly")
struct FieldNumberTests {
    @Test(
        "what is a number has its value in the units of the last decimal",
        arguments: [
            ("0", 0), ("7", 700), ("85.5", 8550), ("85.05", 8505), (".5", 50), ("5.", 500),
            ("007", 700), ("1.2300", 123), ("999.99", 99_999),
        ])
    func value(text: String, expected: Int64) throws {
        #expect(
            try FieldNumber.scaled(Array(text.utf8)[...], decimals: 2, limit: 99_999) == expected)
    }

    @Test(
        "what is none is refused with its reason",
        arguments: [
            ("", FieldNumber.Refusal.notANumber), (".", .notANumber), ("+1", .notANumber),
            ("1e2", .notANumber), ("1 000", .notANumber), ("१", .notANumber), ("0x1", .notANumber),
            ("1.234", .tooPrecise), ("1.0001", .tooPrecise), ("1000", .tooLarge),
            ("99999999999999999999999999", .tooLarge), ("9223372036854775808", .tooLarge),
        ])
    func refusal(text: String, expected: FieldNumber.Refusal) {
        #expect(throws: expected) {
            try FieldNumber.scaled(Array(text.utf8)[...], decimals: 2, limit: 99_999)
        }
    }
}
