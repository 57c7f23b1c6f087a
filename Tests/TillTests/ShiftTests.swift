import Billing
import Ledger
import Printing
import ShopFixtures
import Testing
import Till

/// The drawer's day at a till with real books.
@Suite("shifts at the till")
struct ShiftAtTillTests {
    private func report(_ shop: Shop, _ number: Int64? = nil) throws -> ShiftReport {
        let report = try shop.ledger?.transaction { try $0.zReport(number) }
        return try #require(report ?? nil)
    }

    @Test("a day of every kind of cash comes out to the paisa, blind until it is counted")
    func day() throws {
        let shop = try Shop()
        shop.type("shift open 2000")
        shop.type(Shop.codeB, "cash 500")  // 100 stay
        shop.type(Shop.codeB, "upi", "ok")
        shop.type("phone 9876543210", Shop.codeB, "credit")
        shop.type("phone 9876543210", "repay 60", "void")
        shop.type("payin 50 change", "payout 20.50 milk")
        shop.type("return BILL-2601000001 all refund cash")  // 100 go back
        shop.type(Shop.codeA, "cash 100", "correct BILL-2601000004 cash card 1234")
        shop.type(Shop.codeB, "pay cash 40")  // on an open bill
        let looked = shop.type("x")
        #expect(looked.contains { $0.hasPrefix("X report") })
        #expect(!looked.contains { $0.contains("expected") || $0.contains("difference") })
        let closed = shop.type("shift close 500*4 100 29.50")
        #expect(closed.contains { $0.hasPrefix("Z report 1 ") })
        let z = try report(shop)
        #expect(z.expected == Money(minorUnits: 2_129_50))
        #expect(z.difference == .zero)
        let figures = z.facts.figures
        #expect(figures.bills == 4 && figures.creditNotes == 1)
        #expect(figures.sales == Money(minorUnits: 400_00))
        #expect(figures.tender(.cash).taken == Money(minorUnits: 200_00))
        #expect(figures.tender(.cash).corrected == Money(minorUnits: -100_00))
        #expect(figures.tender(.card).net == Money(minorUnits: 100_00))
        #expect(figures.lastNumber == "BILL-2601000004")
        #expect(z.facts.documents == 6 && z.facts.chainHead?.count == 64)
        #expect(closed.contains { $0.contains("as it must be") })
    }

    @Test("a shift survives the process, and its part on an open bill is the next shift's no more")
    func survives() throws {
        let shop = try Shop(printerName: nil)
        shop.type("shift open 100", Shop.codeB, "pay cash 40")
        try shop.restart()
        #expect(shop.type("shift").first?.hasPrefix("Shift open since 2026-11-15 10:30 AM") == true)
        shop.type("shift close 140", "shift open 140", "cash 60", "shift close 200")
        #expect(try report(shop, 1).difference == .zero)
        #expect(try report(shop, 2).difference == .zero)
        #expect(try report(shop, 2).facts.figures.tender(.cash).taken == Money(minorUnits: 100_00))
    }

    @Test("what is sold while no shift is open stands on the next Z as outside, and not in it")
    func outside() throws {
        let shop = try Shop(printerName: nil)
        shop.type(Shop.codeB, "cash 100")
        shop.type("shift open 0", "shift close 0")
        shop.type(Shop.codeB, "cash 100")
        shop.type("shift open 100", Shop.codeB, "cash 100", "shift close 150")
        #expect(try report(shop, 1).facts.outside.isEmpty)
        let second = try report(shop)
        #expect(second.facts.outside.bills == 1)
        #expect(second.facts.outside.cash == Money(minorUnits: 100_00))
        #expect(second.facts.figures.bills == 1)
        #expect(second.difference == Money(minorUnits: -50_00))
        #expect(shop.type("z").contains { $0.hasSuffix("missing") })
    }

    @Test(
        "what cannot be is refused and says what to type",
        arguments: [
            (["x"], "No shift is open. Count the drawer and type shift open 2000."),
            (["shift close 10"], "No shift is open. Count the drawer and type shift open 2000."),
            (["z"], "There is no Z report yet. shift close makes one."),
            (["z 3"], "There is no Z report 3."),
            (
                ["shift open 5", "shift open 6"],
                "A shift is open since 2026-11-15 10:30 AM, by Asha. Count the drawer and type "
                    + "shift close first; nothing was changed."
            ),
            (["shift open"], "Count the float, then type it as shift open 2000."),
            (
                ["shift open 5", "shift close 500*x"],
                "`500*x` is no note and how many; type it as 500*12."
            ),
        ])
    func refused(_ lines: [String], _ sentence: String) throws {
        let shop = try Shop(printerName: nil)
        var rows: [String] = []
        for line in lines { rows = shop.type(line) }
        #expect(rows == [sentence])
        #expect(try shop.ledger?.transaction { try $0.zReports(limit: 9) }.isEmpty == true)
    }

    @Test("an old Z is shown and printed as it was, marked as a copy; its number comes never twice")
    func copies() throws {
        let shop = try Shop()
        shop.type("shift open 10", "shift close 10", "shift open 10", "shift close 7")
        let before = try report(shop, 1)
        shop.type(Shop.codeB, "cash 100")
        #expect(shop.type("z 1").first?.hasPrefix("Z report 1 ") == true)
        #expect(try report(shop, 1) == before)
        let jobs = try shop.ledger?.transaction { try $0.pendingPrintJobs() } ?? []
        let reports = jobs.filter { $0.kind == .shiftReport }
        #expect(reports.map(\.subject) == ["Z 1", "Z 2", "Z 1"])
        #expect(reports.map(\.isMarked) == [false, false, true])
        #expect(throws: (any Error).self) {
            try shop.tamper("INSERT INTO shift SELECT * FROM shift WHERE z_number = 1")
        }
    }

    @Test("opening and closing are in the audit with float, count and difference")
    func audit() throws {
        let shop = try Shop(printerName: nil)
        shop.type("shift open 10", "shift close 7.50")
        #expect(
            try query(
                "SELECT event, subject, amount, reason FROM audit ORDER BY id",
                folder: shop.folder.path)
                == [
                    ["shift-opened", "null", "1000", "null"],
                    ["shift-closed", "Z 1", "750", "difference -2.50"],
                ])
    }
}
