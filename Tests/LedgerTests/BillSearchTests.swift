import Billing
import Ledger
import ShopFixtures
import Testing

/// Bills found by number, phone, customer, days and amount.
@Suite("bill search")
struct BillSearchTests {
    /// 2026-11-15 10:30:00.
    private static let start: Int64 = 1_794_738_600

    /// Four bills on three days: 100 and 200 for one customer, 100 for another, 285 for nobody.
    private func soldShop() throws -> Shop {
        let clock = MovingClock(seconds: Self.start)
        let shop = try Shop(printerName: nil, clock: clock)
        shop.type(Shop.codeB, "phone 9876543210", "cash 100")
        clock.advance(by: 86_400)
        shop.type("2*\(Shop.codeB)", "phone 9876543210", "cash 200")
        shop.type(Shop.codeB, "phone 9876543211", "cash 100")
        clock.advance(by: 86_400)
        shop.type("3*\(Shop.codeA)", "price 95", "cash 285")
        return shop
    }

    private func found(_ shop: Shop, _ words: String) throws -> [String] {
        let search = try BillSearch(parsing: words, rule: .india)
        let ledger = try #require(shop.ledger)
        return try ledger.transaction { books in
            try books.bills(matching: search, limit: 10).bills.map { String($0.number.suffix(1)) }
        }
    }

    @Test("each condition finds its bills, the newest first, and all of them must hold")
    func conditions() throws {
        let shop = try soldShop()
        let table: [(words: String, bills: [String])] = [
            ("", ["4", "3", "2", "1"]), ("000003", ["3"]), ("bill-2601", ["4", "3", "2", "1"]),
            ("98765 43210", ["2", "1"]), ("+91-9876543211", ["3"]), ("9876543299", []),
            ("CUST0001", ["2", "1"]), ("cust0002", ["3"]),
            ("2026-11-15", ["1"]), ("2026-11-16", ["3", "2"]),
            ("2026-11-15 2026-11-16", ["3", "2", "1"]), ("2026-11-18", []),
            ("100.00", ["3", "1"]), ("₹285", ["4"]), ("100.01", []),
            ("CUST0001 2026-11-16", ["2"]), ("₹100 cust0002", ["3"]), ("%", []), ("_", []),
        ]
        for row in table { #expect(try found(shop, row.words) == row.bills, "\(row.words)") }
    }

    @Test("a list goes on where it ended")
    func pages() throws {
        let shop = try soldShop()
        let ledger = try #require(shop.ledger)
        try ledger.transaction { books in
            let first = try books.bills(matching: BillSearch(), limit: 3)
            #expect(first.hasMore)
            #expect(first.bills.map(\.id) == [4, 3, 2])
            let rest = try books.bills(
                matching: BillSearch(), before: first.bills.last?.id, limit: 3)
            #expect(!rest.hasMore)
            #expect(rest.bills.map(\.id) == [1])
            let customer = try #require(rest.bills.first?.customer)
            #expect(customer.number == "CUST0001" && customer.phone == "9876543210")
        }
    }

    @Test("words that say nothing are refused by name", arguments: ["₹x", "12 34", "1.2.3"])
    func refused(words: String) {
        #expect(throws: BillSearchError.self) {
            try BillSearch(parsing: words, rule: .india)
        }
    }
}
