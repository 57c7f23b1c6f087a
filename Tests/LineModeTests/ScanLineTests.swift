import Billing
import LineMode
import Testing

@Suite("Lines that are scans")
struct ScanLineTests {
    @Test(
        "whatever starts with no word is the code as it was typed",
        arguments: [
            "8901234567890", "0", "A1", "abc", "8901 2345", "-", "#1", "₹", "दूध", "(01)0890",
            "]C10108901234567890", "\u{1D}01", "8901\u{1B}[2J", "3x8901",
        ])
    func codes(code: String) throws {
        #expect(try Command.parse(code) == .scan(code: code, .one))
        #expect(try Command.parse("  \(code) ") == .scan(code: code, .one))
    }

    @Test(
        "a code that only looks like a word is a code",
        arguments: [
            "total1", "totals", "void-123", "cash500", "quit.", "QTY2", "phone98765", "price:5",
            "names", "help!", "??", "del2", "subtotal", "1 total", "/total",
        ])
    func lookalikes(code: String) throws {
        #expect(try Command.parse(code) == .scan(code: code, .one))
    }

    @Test(
        "a star sets how much of the code",
        arguments: [
            ("3*8901", "8901", 3_000), ("0.450*2100001", "2100001", 450),
            ("3 * 8901", "8901", 3_000),
            (".5*21", "21", 500), ("2*3*4", "3*4", 2_000), ("2*total", "total", 2_000),
            ("999999.999*1", "1", 999_999_999), ("  12*A B ", "A B", 12_000),
        ] as [(String, String, Int64)])
    func stars(line: String, code: String, thousandths: Int64) throws {
        let expected = Command.scan(code: code, Quantity(thousandths: thousandths))
        #expect(try Command.parse(line) == expected)
    }
}
