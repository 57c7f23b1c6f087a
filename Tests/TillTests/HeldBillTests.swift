import Billing
import GRDB
import Ledger
import LineMode
import ShopFixtures
import Testing
import Till

/// `hold`, `held`, `resume`: several customers at one till.
@Suite("parked bills")
struct HeldBillTests {
    @Test("a bill is parked, listed, taken back as it was, and paid")
    func roundTrip() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, Shop.codeA, Shop.codeB, "price 1 95", "phone 9876543210")
        let bill = shop.type("total")
        #expect(
            shop.type("hold") == ["Parked: ₹290.00, 2 lines. Type resume 1 to take it back."])
        #expect(shop.type("total") == ["There is no open bill. Scan something first."])
        shop.type(Shop.codeB)
        #expect(shop.type("hold").first?.contains("resume 2") == true)
        #expect(
            shop.type("held") == [
                "Parked bills; type resume and the number to take one back:",
                "  1    2 lines       ₹290.00  since 2026-11-15 10:30 AM  "
                    + "9876543210   CUST0001 - Walk-in Customer",
                "  2     1 line       ₹100.00  since 2026-11-15 10:30 AM",
            ])
        #expect(shop.type("resume 1") == ["The parked bill is open again:"] + bill)
        #expect(shop.type("cash 290").first?.hasPrefix("BILL-2601000001") == true)
        #expect(
            try query("SELECT reference, held_number FROM open_bill", folder: shop.folder.path)
                == [["sale-5", "2"]])
        // The number is free again.
        shop.type(Shop.codeA)
        #expect(shop.type("hold").first?.contains("resume 1") == true)
    }

    @Test("a bill cannot be taken back over another one, nor one that is not there")
    func refusals() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, "hold", Shop.codeB)
        let books = try dump(folder: shop.folder.path)
        let bill = shop.type("total")
        #expect(
            shop.type("resume 1") == [
                "Another bill is open. Pay it, type hold to put it aside, or void to throw it away."
            ])
        #expect(
            shop.type("resume 2") == [
                "No bill is parked as 2. Type held to see those that are."
            ])
        #expect(shop.type("total") == bill)
        #expect(try dump(folder: shop.folder.path) == books)
        shop.type("void")
        #expect(shop.type("hold") == ["There is no open bill. Scan something first."])
        shop.type("phone 9876543210")
        #expect(shop.type("hold") == ["The bill has no line yet. Scan something first."])
    }

    @Test("parked bills and the open one are there after a restart, each in its place")
    func restart() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA, "hold", Shop.codeB)
        let bill = shop.type("total")
        let held = shop.type("held")
        try shop.restart()
        #expect(
            shop.greeting.map(\.text) == ["The open bill of the last run is back:"] + bill
                + ["One bill is parked: type held."])
        #expect(shop.type("held") == held)
        shop.type("void")
        #expect(shop.type("resume 1").last == "total ₹100.00   1 line")
        #expect(shop.type("held") == ["No bill is parked."])
    }

    @Test("scan, hold, scan, void and resume in one step leave what they leave in five")
    func oneStep() throws {
        let shop = try Shop(printerName: nil)
        let lines = [Shop.codeA, "hold", Shop.codeB, "hold", Shop.codeB, "void", "resume 1"]
        _ = shop.till.step(lines.map { .line($0) })
        let other = try Shop(printerName: nil)
        for line in lines { other.type(line) }
        #expect(try dump(folder: shop.folder.path) == dump(folder: other.folder.path))
        let bill = shop.type("total")
        try shop.restart()
        #expect(shop.greeting.first?.text == "The open bill of the last run is back:")
        #expect(shop.type("total") == bill)
        #expect(shop.type("held").count == 2)
    }

    @Test("stock that went elsewhere meanwhile is missed at the payment, not before")
    func stockGone() throws {
        let shop = try Shop(printerName: nil)
        shop.type("8*\(Shop.codeB)", "hold", "8*\(Shop.codeB)", "cash 800")
        shop.type("resume 1")
        #expect(shop.type("cash 800") == ["Only 2 pc in stock, 8 wanted: Product B"])
        shop.type("qty 2")
        #expect(shop.type("cash 200").first?.hasPrefix("BILL-2601000002") == true)
    }

    @Test("the hundredth parked bill is refused and stays open")
    func limit() throws {
        let shop = try Shop(printerName: nil)
        for _ in 0..<99 { _ = shop.till.step([.line(Shop.codeB), .line("hold")]) }
        shop.type(Shop.codeB)
        #expect(shop.type("hold").first?.hasPrefix("99 bills are parked, no more") == true)
        #expect(shop.type("total").last == "total ₹100.00   1 line")
    }

    @Test("a failed write that reached the disk all the same is taken from the books and shown")
    func writtenAfterAll() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA)
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        // What a commit leaves that was reported as failed and was not: the bill is parked.
        try queue.write {
            try $0.execute(
                sql: """
                    UPDATE open_bill SET held_number = 1, held_since = '2026-11-15 10:30:00';
                    CREATE TRIGGER no BEFORE UPDATE ON open_bill
                    BEGIN SELECT RAISE (FAIL, 'disk full'); END;
                    """)
        }
        let said = [
            "The disk reported an error, but the last input was saved. The bill now:",
            "No bill is open.",
        ]
        #expect(shop.type("hold") == said)
        try queue.write { try $0.execute(sql: "DROP TRIGGER no") }
        #expect(shop.type(Shop.codeB, "hold").last?.contains("resume 2") == true)
        #expect(shop.type("held").count == 3)
    }

    @Test("a bill that cannot be parked stays open, and one that cannot come back stays parked")
    func failingBooks() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeA)
        let queue = try DatabaseQueue(path: shop.folder.path + "/galla.sqlite")
        func forbid(_ isForbidden: Bool) throws {
            try queue.write {
                try $0.execute(
                    sql: isForbidden
                        ? "CREATE TRIGGER no BEFORE UPDATE ON open_bill "
                            + "BEGIN SELECT RAISE (FAIL, 'disk full'); END"
                        : "DROP TRIGGER no")
            }
        }
        try forbid(true)
        #expect(shop.type("hold").first?.hasPrefix("Not saved: ") == true)
        #expect(shop.type("total").last == "total ₹100.00   1 line")
        try forbid(false)
        shop.type("hold")
        try forbid(true)
        #expect(shop.type("resume 1").first?.hasPrefix("Not saved: ") == true)
        try forbid(false)
        #expect(shop.type("held").count == 2)
        #expect(shop.type("resume 1").last == "total ₹100.00   1 line")
    }
}
