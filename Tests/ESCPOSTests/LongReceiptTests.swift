import Billing
import ESCPOS
import PaperReader
import Receipts
import Settings
import Testing
import Typesetter

/// A receipt of 1,000 lines, which is longer than any printer's buffer, read back by the strict printer.
@Suite("Long receipts")
struct LongReceiptTests {
    private static let count = 1000

    private static func name(_ number: Int) -> String {
        "Article " + String(10_000 + number).dropFirst()
    }

    private static func bill(missing: Int? = nil) -> Bill {
        let lines = (0..<count).filter { $0 != missing }.map { number in
            ReceiptFixtures.line(name(number), 1000, [Int64(100 + number)])
        }
        return ReceiptFixtures.bill(number: "BILL-2601000021", lines: lines, cash: 1_000_000)
    }

    /// What the strict printer has on paper, and what should be there.
    private static func printed(
        _ bill: Bill, on word: String
    ) throws -> (paper: PrintedPaper, wanted: [String], bytes: Int) {
        let profile = try #require(try ShippedProfiles.catalogue().entries[word]).profile
        let document = ReceiptDocument(bill: bill, shop: ReceiptFixtures.shop, mark: .original)
        let receipt = try ReceiptFixtures.laidOut(document, for: profile, with: Typesetter())
        let bytes = try ReceiptEncoder(profile).encode(receipt)
        let paper = try PaperReader.read(bytes, profile: profile, known: KnownImages(of: receipt))
        return (paper, ExpectedPaper.rows(of: receipt, on: profile), bytes.count)
    }

    /// With ₹ as dots, as a character of our own (the Epson), as needles (the TM-U220).
    @Test(
        "each of 1,000 lines is on paper once, in order and with its amount, and the sum below",
        arguments: ["safe-80", "safe-58", "tm-t20iii", "tm-u220"])
    func whole(word: String) throws {
        let (paper, wanted, bytes) = try Self.printed(Self.bill(), on: word)
        #expect(paper.rows == wanted)
        #expect(paper.unknownImages == 0)
        #expect(bytes > 20_000)
        let articles = paper.rows.filter { $0.hasPrefix("Article ") }
        let found = articles.map { row in
            row.split(separator: " ").enumerated().filter { [1, 5].contains($0.offset) }
                .map { String($0.element) }
        }
        let due = (0..<Self.count).map { number in
            [
                String(Self.name(number).dropFirst(8)),
                "₹" + Money(minorUnits: Int64(100 + number)).shortDigits,
            ]
        }
        #expect(found == due)
        // 1.00 to 10.99 rupees, a paisa more on each line.
        #expect(paper.rows.contains { $0.hasPrefix("Total:") && $0.hasSuffix(" ₹5995") })
    }

    @Test("a line that is missing is seen")
    func sensitive() throws {
        let whole = try Self.printed(Self.bill(), on: "safe-80").wanted
        let less = try Self.printed(Self.bill(missing: 500), on: "safe-80").paper.rows
        #expect(less.count == whole.count - 1)
        #expect(less != whole)
    }
}
