import Billing
import Exchange
import Ledger
import ShopFixtures
import Testing

/// Reports and exports: sums that fit the bills, and files that spreadsheets and programs read.
@Suite("reports and exports")
struct ReportTests {
    private let shop: Shop

    /// Two sales of 300 and 100, 100 of it by UPI, and a return of 100 in cash.
    init() throws {
        shop = try Shop(printerName: nil)
        shop.type("3*\(Shop.codeA)", "phone 9876543210", "cash 500")
        shop.type(Shop.codeB, "upi", "ok")
        shop.type("return BILL-2601000001 1 1 refund cash")
    }

    private func sums(_ grouping: SalesGrouping) throws -> [SalesSum] {
        let day = try #require(CivilDate(iso: "2026-11-15"))
        let ledger = try #require(shop.ledger)
        return try ledger.transaction { try $0.sales(by: grouping, from: day, upTo: day) }
    }

    @Test(
        "whatever bills are added up by, it comes to what was sold less what came back",
        arguments: SalesGrouping.allCases)
    func sums(grouping: SalesGrouping) throws {
        #expect(try sums(grouping).map(\.sales).total() == Money(minorUnits: 300_00))
    }

    @Test("profit is that of the bills, and cash is what stayed of it")
    func profit() throws {
        let day = try #require(try sums(.day).first)
        #expect(day.name == "2026-11-15" && day.documents == 3)
        let books = try query(
            "SELECT sum(iif(credit_note_of IS NULL, profit, -profit)) FROM bill",
            folder: shop.folder.path)
        #expect(String((day.sales - day.cost).minorUnits) == books[0][0])
        #expect(
            try sums(.tender).map { [$0.name, $0.sales.digits] }
                == [["cash", "200.00"], ["upi", "100.00"]])
        #expect(try sums(.product).map(\.quantity) == [Quantity(pieces: 2), .one])
        let total = SalesTables.total(try sums(.day), from: "2026-11-15", upTo: "2026-11-15")
        #expect(total.rows[0].contains(.money(Money(minorUnits: 300_00))))
    }

    @Test("a correction moves the money to its means")
    func corrected() throws {
        shop.type("correct BILL-2601000002 upi cash")
        let cash = try sums(.tender).filter { $0.sales != .zero }
        #expect(cash.map { [$0.name, $0.sales.digits] } == [["cash", "300.00"]])
    }

    @Test("documents come page by page, each once, with amounts and tax")
    func bills() throws {
        let ledger = try #require(shop.ledger)
        var (last, numbers): (Int64, [String?]) = (0, [])
        while true {
            let page = try ledger.transaction {
                try $0.exportedBills(after: last, from: nil, upTo: nil, limit: 2)
            }
            numbers += page.map { $0.texts[0] }
            guard let end = page.last else { break }
            last = end.id
        }
        #expect(numbers == ["BILL-2601000001", "BILL-2601000002", "CN-2601000001"])
    }

    @Test("what is low and what expires is named, with what the stock is worth")
    func stock() throws {
        let ledger = try #require(shop.ledger)
        let day = try #require(CivilDate(iso: "2026-11-15"))
        let rows = try ledger.transaction { try $0.stockRows(after: 0, limit: 99) }
        #expect(rows.map(\.label).sorted() == ["A2", "B1"])
        let worth = StockTables.worth(rows)
        #expect(worth.rows.last?[0] == .text("all"))
        #expect(worth.rows.last?[3] == .money(Money(minorUnits: 1_800_00)))
        let low = try ledger.transaction { try $0.lowStock(atMost: Quantity(pieces: 9), on: day) }
        #expect(low.map { "\($0.name) \($0.quantity.digits)" } == ["Product A 9", "Product B 9"])
        #expect(StockTables.expiring(rows, upTo: day, today: day).rows.isEmpty)
    }

    @Test("a field with a comma, a quote or a line end is quoted; numbers have a point")
    func csv() {
        let table = ReportTable(
            "t", "T", ["name", "sum", "part"],
            rows: [
                [.text("Rice, \"fine\"\n5 kg"), .money(Money(minorUnits: -5)), .none],
                [.text("चावल"), .money(Money(minorUnits: 1_234_50)), .quantity(.one)],
            ])
        #expect(
            TableFormat.csv.text(of: table)
                == "name,sum,part\r\n\"Rice, \"\"fine\"\"\n5 kg\",-0.05,\r\nचावल,1234.50,1\r\n")
        #expect(
            TableFormat.json.text(of: table)
                == "[\n{\"name\":\"Rice, \\\"fine\\\"\\u000a5 kg\",\"sum\":-0.05,\"part\":null},"
                + "\n{\"name\":\"चावल\",\"sum\":1234.50,\"part\":1}\n]\n")
    }

    @Test("a table for people has its numbers under each other")
    func text() {
        let table = ReportTable(
            "t", "T", ["sum", "name"],
            rows: [
                [.money(Money(minorUnits: 5_00)), .text("A")],
                [.money(Money(minorUnits: 12_345_00)), .text("Rice")],
            ])
        #expect(table.text == "T\n     sum  name\n    5.00  A\n12345.00  Rice")
    }
}
