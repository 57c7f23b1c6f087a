import Billing
import LineMode
import Linux
import ShopFixtures
import Testing
import Till

/// A clock that is wrong stops bills, not scans, until a person says that it is right.
@Suite("the clock")
struct ClockTests {
    /// 2026-11-15 10:30:00.
    private static let start: Int64 = 1_794_738_600
    private static let day: Int64 = 86_400

    /// A shop that sold one bill at the start.
    private func soldShop(_ clock: MovingClock) throws -> Shop {
        let shop = try Shop(printerName: nil, clock: clock)
        shop.type(Shop.codeB, "cash 100")
        return shop
    }

    private static let behind =
        "The clock says 2026-11-15 10:20 AM, and the last bill is of 2026-11-15 10:30 AM, which is "
        + "later. Bills wait, scanning goes on. Set it, or type clock ok if it is right."

    @Test("a clock behind the last bill stops payment, says both times, and lets scans through")
    func behind() throws {
        let clock = MovingClock(seconds: Self.start)
        let shop = try soldShop(clock)
        clock.advance(by: -600)
        #expect(shop.type(Shop.codeB).first?.contains("₹100.00") == true)
        #expect(shop.type("cash 100") == [Self.behind])
        #expect(shop.type("clock") == [Self.behind])
        try shop.restart()
        #expect(shop.greeting.last?.text == Self.behind)
        // The clock is set right: nothing has to be confirmed.
        clock.advance(by: 601)
        #expect(shop.type("cash 100").first?.hasPrefix("BILL-2601000002") == true)
    }

    @Test("who says that the clock is right is noted with both times, and bills go on from there")
    func confirmed() throws {
        let clock = MovingClock(seconds: Self.start)
        let shop = try soldShop(clock)
        clock.advance(by: -600)
        shop.type(Shop.codeB)
        #expect(
            shop.type("clock ok")
                == ["Noted: the clock is right at 2026-11-15 10:20 AM. Bills can be paid."])
        #expect(
            try query("SELECT * FROM clock_confirmation", folder: shop.folder.path) == [
                ["1", "2026-11-15 10:20:00", "1794738000000", "1", "2026-11-15 10:30:00", "Asha"]
            ])
        #expect(
            try query(
                "SELECT event, reason, cashier FROM audit WHERE event LIKE 'clock%'",
                folder: shop.folder.path)
                == [["clock-confirmed", "the clock says 2026-11-15 10:20:00", "Asha"]])
        try shop.restart()
        #expect(shop.type("cash 100").first?.hasPrefix("BILL-2601000002") == true)
        clock.advance(by: 60)
        #expect(shop.type(Shop.codeB, "cash 100").last?.hasPrefix("BILL-2601000003") == true)
        // Set back once more, it is doubted once more.
        clock.advance(by: -3_600)
        shop.type(Shop.codeB)
        #expect(
            shop.type("cash 100").first?.hasPrefix("The clock says 2026-11-15 09:21 AM") == true)
    }

    @Test("a clock that was never set stops the first bill too, and is asked about once a day")
    func unset() throws {
        let clock = MovingClock(seconds: 0)
        let shop = try Shop(printerName: nil, clock: clock)
        #expect(shop.greeting.last?.text.contains("1970-01-01 12:00 AM: it was never set") == true)
        shop.type(Shop.codeB)
        #expect(shop.type("cash 100").first?.contains("never set") == true)
        shop.type("clock ok")
        #expect(shop.type("cash 100").first?.hasPrefix("BILL-6901000001") == true)
        clock.advance(by: Self.day - 60)
        #expect(shop.type(Shop.codeB, "cash 100").last?.hasPrefix("BILL-6901000002") == true)
        clock.advance(by: 120)
        shop.type(Shop.codeB)
        #expect(shop.type("cash 100").first?.contains("never set") == true)
    }

    @Test("a month without a bill is nothing, a day more is asked about")
    func ahead() throws {
        let clock = MovingClock(seconds: Self.start)
        let shop = try soldShop(clock)
        clock.advance(by: 31 * Self.day)
        shop.type(Shop.codeB, "cash 100")
        clock.advance(by: 31 * Self.day + 1)
        shop.type(Shop.codeB)
        #expect(shop.type("cash 100").first?.contains("long before") == true)
        shop.type("clock ok")
        #expect(shop.type("cash 100").first?.hasPrefix("BILL-2601000003") == true)
    }

    @Test("what the network's time takes back in passing is no reason to ask")
    func tolerance() throws {
        let clock = MovingClock(seconds: Self.start)
        let shop = try soldShop(clock)
        clock.advance(by: -2)
        #expect(shop.type(Shop.codeB, "cash 100").last?.hasPrefix("BILL-2601000002") == true)
    }

    @Test("a right clock is shown, and there is nothing to confirm")
    func right() throws {
        let shop = try Shop(printerName: nil)
        #expect(shop.type("clock") == ["The clock says 2026-11-15 10:30 AM."])
        #expect(shop.type("clock ok") == ["The clock says 2026-11-15 10:30 AM."])
        #expect(
            shop.type("clock now")
                == ["Type it as clock ok when the clock is right, or clock to see it."])
        #expect(try query("SELECT * FROM clock_confirmation", folder: shop.folder.path).isEmpty)
    }

    @Test("the financial year turns at midnight of the shop's zone, and its numbers begin at one")
    func financialYear() throws {
        let zone = try #require(TimeZoneOffset(named: "Asia/Kolkata"))
        let wall = ShopClock(zone: zone)
        // 2027-03-31 18:29:59 UTC is one second to midnight in Kolkata.
        let last = wall.moment(atMilliseconds: 1_806_517_799_000)
        #expect(last.civil.iso == "2027-03-31 23:59:59")
        #expect(wall.moment(atMilliseconds: 1_806_517_800_000).civil.iso == "2027-04-01 00:00:00")
        let clock = MovingClock(seconds: 1_806_537_599)
        #expect(clock.now().civil == last.civil)
        let shop = try Shop(printerName: nil, clock: clock)
        shop.type(Shop.codeB, "cash 100", Shop.codeB)
        clock.advance(by: 1)
        shop.type("cash 100", Shop.codeB, "cash 100")
        #expect(
            try query("SELECT invoice_number FROM bill ORDER BY id", folder: shop.folder.path)
                == [["BILL-2601000001"], ["BILL-2701000001"], ["BILL-2701000002"]])
    }
}
