import Billing
import Testing

@Suite("Bill and customer numbers")
struct BillNumberTests {
    @Test(
        "the till's own number says year, till and sequence in at most 16 characters",
        arguments: [
            (26, 1, 1, "BILL-2601000001"), (26, 99, 999_999, "BILL-2699999999"),
            (0, 1, 42, "BILL-0001000042"), (99, 7, 1_000_000, "BILL-99071000000"),
        ] as [(Int, Int, Int64, String)])
    func text(year: Int, till: Int, sequence: Int64, text: String) {
        let number = BillNumber(financialYear: year, till: till, sequence: sequence)
        #expect(number.text == text)
        #expect(number.text.count <= 16)
    }

    @Test(
        "the financial year turns on the first of April",
        arguments: [
            ("2026-03-31", 25), ("2026-04-01", 26), ("2026-12-31", 26), ("2027-01-01", 26),
            ("2027-03-31", 26), ("2027-04-01", 27), ("2000-01-15", 99), ("2000-04-01", 0),
            ("2100-04-01", 0), ("0001-01-01", 0),
        ])
    func financialYear(day: String, year: Int) throws {
        let date = try #require(CivilDate(iso: day))
        #expect(BillNumber.financialYear(of: date) == year)
    }

    @Test(
        "a shop elsewhere starts its year in another month",
        arguments: [("2026-06-30", 7, 25), ("2026-07-01", 7, 26), ("2026-01-01", 1, 26)])
    func anotherYear(day: String, month: Int, year: Int) throws {
        let date = try #require(CivilDate(iso: day))
        #expect(BillNumber.financialYear(of: date, startingIn: month) == year)
    }

    @Test("two tills, years or positions never share a number")
    func distinct() {
        var seen: Set<String> = []
        for year in 0...99 {
            for till in [1, 9, 10, 11, 99] {
                for sequence in [1, 11, 111_111, 999_999] as [Int64] {
                    let number = BillNumber(financialYear: year, till: till, sequence: sequence)
                    #expect(seen.insert(number.text).inserted)
                }
            }
        }
    }

    @Test(
        "a number that could not stand on a receipt is our mistake and stops the program",
        arguments: [(100, 1, 1), (26, 0, 1), (26, 100, 1), (26, 1, 0), (-1, 1, 1)])
    func impossible(year: Int, till: Int, sequence: Int) async {
        await #expect(processExitsWith: .failure) { [year, till, sequence] in
            _ = BillNumber(financialYear: year, till: till, sequence: Int64(sequence))
        }
    }

    @Test(
        "customers are numbered with four digits, growing to five",
        arguments: [
            (1, "CUST0001"), (5, "CUST0005"), (42, "CUST0042"), (9_999, "CUST9999"),
            (10_000, "CUST10000"), (123_456, "CUST123456"),
        ] as [(Int64, String)])
    func customer(sequence: Int64, text: String) {
        #expect(CustomerNumber.text(sequence: sequence) == text)
    }
}
