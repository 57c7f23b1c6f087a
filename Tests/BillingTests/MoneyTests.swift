import Billing
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "an amount is read exactly as a person writes it",
        arguments: [
            ("600", 600_00), ("85.5", 85_50), ("85.05", 85_05), ("499.99", 499_99),
            ("₹1,200.00", 1_200_00), ("₹ 5", 5_00), (" 7 ", 7_00), ("1,00,000", 100_000_00),
            (".5", 50), ("5.", 5_00), ("0", 0), ("0.05", 5), ("007", 7_00), ("0.00", 0),
            ("999999999", 999_999_999_00), ("999999999.99", 99_999_999_999),
            ("00000000000000000000000000001", 1_00),
        ] as [(String, Int64)])
    func reading(text: String, paise: Int64) throws {
        #expect(try Money(parsing: text) == Money(minorUnits: paise))
    }

    @Test(
        "a text that is no amount is refused with the reason",
        arguments: [
            ("", .notAnAmount), (" ", .notAnAmount), ("₹", .notAnAmount), (".", .notAnAmount),
            (",", .notAnAmount), (",5", .notAnAmount), ("-1", .notAnAmount), ("+1", .notAnAmount),
            ("1e2", .notAnAmount), ("1.2.3", .notAnAmount), ("1.2.", .notAnAmount),
            ("12a", .notAnAmount), ("1 200", .notAnAmount), ("5₹", .notAnAmount),
            ("Rs 5", .notAnAmount), ("1.5,0", .notAnAmount), ("1.abc", .notAnAmount),
            ("१२", .notAnAmount), ("５", .notAnAmount), ("1\u{301}", .notAnAmount),
            ("1\n", .notAnAmount), ("\u{0}", .notAnAmount), ("NaN", .notAnAmount),
            ("100.005", .tooPrecise), ("0.000", .tooPrecise),
            ("1.0000000000000000000000", .tooPrecise),
            ("1000000000", .tooLarge), ("1000000000.00", .tooLarge),
            ("99999999999999999999999999", .tooLarge), ("10,00,00,00,000", .tooLarge),
        ] as [(String, Money.ParseError)])
    func refusing(text: String, reason: Money.ParseError) {
        #expect(throws: reason) { try Money(parsing: text) }
    }

    @Test(
        "an amount is shown with two decimals, and short without needless ones",
        arguments: [
            (0, "0.00", "0"), (5, "0.05", "0.05"), (50, "0.50", "0.50"), (100, "1.00", "1"),
            (8_550, "85.50", "85.50"), (123_450, "1234.50", "1234.50"),
            (-5, "-0.05", "-0.05"), (-100, "-1.00", "-1"),
            (99_999_999_999, "999999999.99", "999999999.99"),
            (Int64.min, "-92233720368547758.08", "-92233720368547758.08"),
        ] as [(Int64, String, String)])
    func showing(paise: Int64, digits: String, short: String) {
        #expect(Money(minorUnits: paise).digits == digits)
        #expect(Money(minorUnits: paise).shortDigits == short)
    }

    @Test("every amount that is shown is read back as itself")
    func roundTrip() throws {
        for paise in Array(Int64(0)...2_000) + [9_999_999, 99_999_999_999] {
            let money = Money(minorUnits: paise)
            #expect(try Money(parsing: money.digits) == money)
            #expect(try Money(parsing: "₹" + money.shortDigits) == money)
        }
    }

    @Test(
        "price times quantity is rounded half away from zero, once",
        arguments: [
            (100_00, 3_000, 300_00), (100_00, 450, 45_00), (60_50, 333, 20_15),
            (1, 499, 0), (1, 500, 1), (1, 1_499, 1), (1, 1_500, 2), (3, 500, 2),
            (-1, 499, 0), (-1, 500, -1), (-3, 500, -2), (100, -5, -1), (0, 999_999_999, 0),
            (33_33, 333, 11_10), (99_999_999_999, 999_999_999, 99_999_999_899_000_000),
        ] as [(Int64, Int64, Int64)])
    func multiplying(price: Int64, thousandths: Int64, paise: Int64) {
        let product = Money(minorUnits: price) * Quantity(thousandths: thousandths)
        #expect(product == Money(minorUnits: paise))
    }

    @Test("amounts add, subtract and compare as numbers do")
    func arithmetic() {
        var sum = Money(minorUnits: 5)
        sum += Money(minorUnits: 7)
        #expect(sum == Money(minorUnits: 12))
        #expect(sum - Money(minorUnits: 20) == Money(minorUnits: -8))
        #expect(Money(minorUnits: -8) < .zero && !(Money.zero < .zero))
        #expect([Money]().total() == .zero)
        #expect([sum, sum, Money(minorUnits: -1)].total() == Money(minorUnits: 23))
        #expect(Money.limit.digits == "999999999.99")
    }
}
