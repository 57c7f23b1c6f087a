import Billing
import Ledger
import ShopFixtures
import Testing
import Till

/// Who may do what at a till with staff.
@Suite("people at the till")
struct StaffTests {
    private func shop() throws -> Shop {
        let shop = try Shop(printerName: nil, clock: MovingClock(seconds: 1_794_718_800))
        try shop.addStaff("Ravi", .price)
        try shop.addStaff("Meena", .void, .discount, .refund, .reports)
        try shop.restart()
        return shop
    }

    @Test("a shop without staff asks nobody, and has nobody to log in")
    func unwatched() throws {
        let shop = try Shop(printerName: nil)
        #expect(shop.greeting.isEmpty)
        #expect(
            shop.type("login Asha") == [
                "This shop has no staff list. galla staff add makes one."
            ])
        shop.type(Shop.codeB, "cash 100")
        #expect(try shop.lastBill()?.cashier == "Asha")
    }

    @Test("who has logged in is on the bill; the PIN stands nowhere in the books")
    func login() throws {
        let shop = try shop()
        shop.type("login Ravi", "4711", Shop.codeB, "price 95", "cash 100")
        #expect(try shop.lastBill()?.cashier == "Ravi")
        #expect(try !dump(folder: shop.folder.path).contains("4711"))
    }

    @Test(
        "a line beyond somebody's rights changes nothing and names the right",
        arguments: [
            ("void", "void"), ("discount 5%", "discount"), ("payin 5 x", "drawer"),
            ("return BILL-2601000001 all", "refund"), ("x", "reports"), ("drawer", "drawer"),
            ("add 8901000000033 New 10", "add"), ("correct BILL-2601000001 cash upi", "refund"),
        ])
    func rights(_ line: String, _ right: String) throws {
        let shop = try shop()
        shop.type("login Ravi", "4711", Shop.codeB)
        let before = try dump(folder: shop.folder.path)
        #expect(
            shop.type(line) == [
                "Ravi may not do that (\(right)). Somebody who may types override and their name."
            ])
        #expect(try dump(folder: shop.folder.path) == before)
    }

    @Test("an override is for the refused line, once, by somebody who has the right")
    func override() throws {
        let shop = try shop()
        shop.type("login Ravi", "4711", Shop.codeB)
        #expect(
            shop.type("override Meena") == [
                "There is nothing to override: no line was refused just now."
            ])
        shop.type("void")
        #expect(shop.type("override Ravi") == ["Ravi may not do that either (void)."])
        shop.type("override meena", "4711")
        #expect(
            shop.type("total") == ["There is no open bill. Scan something first."]
                || shop.till.prompt == "galla> ")
        shop.type(Shop.codeB)
        #expect(shop.type("void").first?.hasPrefix("Ravi may not") == true)
    }

    @Test("five wrong PINs lock the name for five minutes, also over a restart; a right one clears")
    func lockout() throws {
        let shop = try shop()
        for left in [4, 3, 2] {
            #expect(shop.type("login Ravi", "1").last == "Wrong PIN. \(left) tries are left.")
        }
        shop.type("login Ravi", "4711")
        for _ in 1...4 { shop.type("login Ravi", "12") }
        #expect(shop.type("login Ravi", "13").last?.hasPrefix("Wrong PIN. Too many") == true)
        try shop.restart()
        #expect(shop.type("login Ravi").first?.hasPrefix("Too many wrong PINs of Ravi") == true)
        (shop.clock as? MovingClock)?.advance(by: 301)
        #expect(shop.type("login Ravi", "4711").last == "Ravi sells now.")
        let events = try query(
            "SELECT event, count(*) FROM audit GROUP BY event ORDER BY event",
            folder: shop.folder.path)
        #expect(events == [["locked-out", "1"], ["login", "2"], ["wrong-pin", "7"]])
    }

    @Test("an empty line gives up; what is typed while a PIN is checked waits for the answer")
    func dialogue() throws {
        let shop = try shop()
        shop.type("login Ravi")
        #expect(shop.till.prompt == "PIN> ")
        #expect(shop.type("") == ["No PIN. Nothing was changed."])
        #expect(shop.till.prompt == "galla> ")
        _ = shop.till.step([.line("login Ravi")])
        let effects = shop.till.step([.line("4711")])
        #expect(shop.type("login Meena", "4711", Shop.codeB, "void").isEmpty)
        _ = shop.till.step([.inputEnded])
        let rows = shop.rows(of: shop.afterPINs(effects))
        #expect(
            rows.prefix(3) == [
                "Ravi sells now.", "PIN of Meena? It is not shown. Enter alone gives up.",
                "Meena sells now.",
            ])
        #expect(rows.last?.hasPrefix("Bill thrown away") == true)
    }

    @Test("a scan before anybody has logged in sells nothing and says so")
    func scans() throws {
        let shop = try shop()
        #expect(shop.type(Shop.codeB).first?.hasPrefix("Nobody has logged in") == true)
        #expect(shop.till.prompt == "galla> ")
    }
}
