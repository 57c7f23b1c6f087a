import Billing
import Ledger
import Printing
import ShopFixtures
import Spooler
import Testing
import Till

/// The cash drawer: what opens it, and what the audit knows of it.
@Suite("drawer")
struct DrawerTests {
    private func openings(_ effects: [TillEffect]) -> Int {
        effects.count { if case .openDrawer = $0 { true } else { false } }
    }

    private func audit(_ shop: Shop) throws -> [[String]] {
        try query(
            "SELECT event, subject, amount, reason, cashier FROM audit "
                + "WHERE event LIKE 'drawer%' ORDER BY id", folder: shop.folder.path)
    }

    /// Types lines and answers how often the drawer was to open.
    private func type(_ lines: [String], _ shop: Shop) -> Int {
        lines.reduce(0) { $0 + openings(shop.till.step([.line($1)])) }
    }

    @Test(
        "cash that is taken or given back opens it once, in the audit with whose, how much and why",
        arguments: [
            ([Shop.codeB, "cash 500"], ["cash sale", "BILL-2601000001", "50000"]),
            (
                ["4*\(Shop.codeB)", "pay card 100 12 cash"],
                ["cash sale", "BILL-2601000001", "30000"]
            ),
            ([Shop.codeB, "pay cash 40"], ["cash in part", "sale-1", "4000"]),
            (
                [Shop.codeB, "pay card 40 12", "cash 60"],
                ["cash sale", "BILL-2601000001", "6000"]
            ),
        ] as [([String], [String])])
    func cashTaken(_ lines: [String], _ entry: [String]) throws {
        let shop = try Shop()
        #expect(type(lines, shop) == 1)
        let expected = [["drawer-opened", entry[1], entry[2], entry[0], "Asha"]]
        #expect(try audit(shop) == expected)
    }

    @Test("a part in cash opens it when it is taken, and not again when UPI pays the rest")
    func part() throws {
        let shop = try Shop()
        #expect(type([Shop.codeB, "pay cash 40 upi 60"], shop) == 1)
        #expect(type(["ok"], shop) == 0)
        #expect(try shop.lastBill()?.payments.count == 2)
        // Cash given back opens it too.
        #expect(type([Shop.codeB, "pay cash 40", "back"], shop) == 2)
        #expect(
            try audit(shop).map { $0[3] } == ["cash in part", "cash in part", "cash given back"])
    }

    @Test(
        "where no cash changes hands it stays shut",
        arguments: [
            [Shop.codeB, "card 12"], [Shop.codeB, "upi", "ok"],
            ["phone 9876543210", Shop.codeB, "credit"], [Shop.codeB, "cash 99"],
            [Shop.codeB, "void"], [Shop.codeB, "hold"],
        ])
    func shut(_ lines: [String]) throws {
        let shop = try Shop()
        #expect(type(lines, shop) == 0)
        #expect(try audit(shop).isEmpty)
    }

    @Test("a refund in cash opens it, one by UPI does not, and of an exchange only its cash")
    func refunds() throws {
        let shop = try Shop()
        _ = type(["3*\(Shop.codeB)", "cash 300"], shop)
        #expect(type(["return BILL-2601000001 1 1 refund cash"], shop) == 1)
        #expect(
            try audit(shop).last?.prefix(4) == [
                "drawer-opened", "CN-2601000001", "10000", "cash refund",
            ])
        #expect(type(["return BILL-2601000001 1 1 refund upi"], shop) == 0)
        #expect(type(["return BILL-2601000001 1 1", "2*\(Shop.codeA)", "cash 100"], shop) == 1)
        #expect(
            try audit(shop).last?.prefix(4) == [
                "drawer-opened", "BILL-2601000002", "10000", "cash sale",
            ])
    }

    @Test("a repayment in cash opens it, one by UPI does not")
    func repayments() throws {
        let shop = try Shop()
        _ = type(["phone 9876543210", "5*\(Shop.codeB)", "credit", "phone 9876543210"], shop)
        #expect(type(["repay 200"], shop) == 1)
        #expect(type(["repay 100 upi 615"], shop) == 0)
        #expect(
            try audit(shop) == [["drawer-opened", "CUST0001", "20000", "repayment", "Asha"]])
        #expect(
            try query(
                "SELECT subject, amount, reason FROM audit WHERE event = 'repayment' ORDER BY id",
                folder: shop.folder.path)
                == [["CUST0001", "20000", "Cash"], ["CUST0001", "10000", "UPI"]])
    }

    @Test("payin and payout are kept with their reason, and open it")
    func movements() throws {
        let shop = try Shop()
        let effects = shop.till.step([.line("payin 500 change from the bank")])
        #expect(
            shop.rows(of: effects) == ["₹500.00 put into the drawer: change from the bank"])
        #expect(openings(effects) == 1)
        #expect(
            shop.type("payout 120.50 milk") == ["₹120.50 taken out of the drawer: milk"])
        #expect(
            try query(
                "SELECT till, kind, amount, reason, cashier, moved_at FROM cash_movement ORDER BY id",
                folder: shop.folder.path)
                == [
                    [
                        "1", "payin", "50000", "change from the bank", "Asha",
                        "2026-11-15 10:30:00",
                    ],
                    ["1", "payout", "12050", "milk", "Asha", "2026-11-15 10:30:00"],
                ])
        #expect(
            try query(
                "SELECT event, amount, reason FROM audit ORDER BY id", folder: shop.folder.path)
                == [
                    ["payin", "50000", "change from the bank"],
                    ["drawer-opened", "50000", "payin: change from the bank"],
                    ["payout", "12050", "milk"], ["drawer-opened", "12050", "payout: milk"],
                ])
        #expect(throws: (any Error).self) {
            try alter("UPDATE cash_movement SET amount = 1", folder: shop.folder.path)
        }
    }

    @Test(
        "what is no movement of cash is refused with how to type it, and nothing is kept",
        arguments: [
            ("payin", "Type it as payin 500 change from the bank."),
            ("payin 500", "Type it as payin 500 change from the bank."),
            ("payout milk 120", "`milk` is no amount; type it as payout 120 milk."),
            ("payout 0 milk", "An amount above zero is needed."),
            ("payout -5 milk", "`-5` is no amount; type it as payout 120 milk."),
            (
                "payout 500 to 4111 1111 1111 1111",
                "That looks like a card's number, which must not be stored; type the number on "
                    + "the terminal's slip instead."
            ),
        ])
    func refusals(_ line: String, _ answer: String) throws {
        let shop = try Shop()
        let books = try dump(folder: shop.folder.path)
        let effects = shop.till.step([.line(line)])
        #expect(shop.rows(of: effects) == [answer])
        #expect(openings(effects) == 0)
        #expect(try dump(folder: shop.folder.path) == books)
    }

    @Test("the word opens it for those who may, with their reason; others get the rule's name")
    func word() throws {
        let shop = try Shop()
        let effects = shop.till.step([.line("drawer count the coins")])
        #expect(shop.rows(of: effects) == ["Opening the drawer."])
        #expect(openings(effects) == 1)
        #expect(type(["drawer"], shop) == 1)
        #expect(try audit(shop).map { $0[3] } == ["count the coins", "no reason given"])

        let strict = try Shop(rules: CounterRules(opensDrawer: false))
        let refused = strict.till.step([.line("drawer")])
        #expect(
            strict.rows(of: refused)
                == ["This shop does not allow that; open_drawer in galla.toml says so."])
        #expect(openings(refused) == 0)
        #expect(try audit(strict).isEmpty)
        // Cash that is taken opens it all the same.
        #expect(type([Shop.codeB, "cash 100"], strict) == 1)

        let without = try Shop(printerName: nil)
        #expect(without.type("drawer").first?.contains("Use its key") == true)
        #expect(type([Shop.codeB, "cash 100"], without) == 0)
    }

    @Test("its code is a question to the person, and opens nothing")
    func code() throws {
        let shop = try Shop()
        let effects = shop.till.step([.line("GALLA-DRAWER-7")])
        #expect(openings(effects) == 0)
        #expect(try audit(shop).isEmpty)
    }

    @Test("a receipt that prints an hour later opens nothing, nor does a copy, nor a restart")
    func late() throws {
        let clock = MovingClock(seconds: 1_794_718_800)
        let shop = try Shop(clock: clock)
        _ = shop.till.step([.printer(.absent(reason: "Not plugged in."))])
        #expect(type([Shop.codeB, "cash 100"], shop) == 1)
        clock.advance(by: 3_600)
        try shop.restart()
        var effects = shop.till.step([.printer(.ready(name: "p"))])
        effects += shop.till.step([.line("queue print")])
        effects += shop.till.step([.line("reprint")])
        #expect(effects.contains { if case .print = $0 { true } else { false } })
        #expect(openings(effects) == 0)
        #expect(try audit(shop).count == 1)
    }

    @Test(
        "a drawer that stays shut is said with the reason, and noted beside the opening",
        arguments: [
            (DrawerShut.trouble(.paperOut), "the printer has no paper"),
            (.noPrinter, "the printer is not there"),
            (.noConnector, "this printer has no connector for one"),
            (.takesNothing, "the printer takes nothing at the moment"),
            (.tooLate, "the printer was busy for too long"),
        ])
    func staysShut(_ reason: DrawerShut, _ words: String) throws {
        let shop = try Shop()
        _ = type([Shop.codeB, "cash 100"], shop)
        #expect(
            shop.rows(of: shop.till.step([.printer(.drawerShut(reason: reason))]))
                == ["The drawer stays shut: \(words). Open it with its key."])
        #expect(try audit(shop).map { $0[0] } == ["drawer-opened", "drawer-kept-shut"])
    }

    @Test("a drawer that was left open is said when the next cash is taken, and in status")
    func leftOpen() throws {
        let shop = try Shop()
        _ = shop.till.step([.printer(.ready(name: "p"))])
        _ = shop.till.step([
            .printer(.state(PrinterState(link: .online, isDrawerOpen: true)))
        ])
        #expect(shop.type("status").contains("The drawer is open."))
        shop.type(Shop.codeB)
        #expect(shop.type("cash 100").contains("The drawer is still open. Close it."))
        _ = shop.till.step([
            .printer(.state(PrinterState(link: .online, isDrawerOpen: false)))
        ])
        #expect(shop.type("status").contains("The drawer is closed."))
        shop.type(Shop.codeB)
        #expect(!shop.type("cash 100").contains("The drawer is still open. Close it."))
    }

    @Test("a sale that is not written opens nothing and leaves nothing in the audit")
    func notWritten() throws {
        let shop = try Shop()
        shop.type(Shop.codeB)
        try alter(
            "CREATE TRIGGER no BEFORE INSERT ON payment BEGIN SELECT RAISE (FAIL, 'full'); END",
            folder: shop.folder.path)
        #expect(type(["cash 100"], shop) == 0)
        #expect(try audit(shop).isEmpty)
    }
}
