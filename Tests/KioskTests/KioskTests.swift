import Billing
import Kiosk
import Scanning
import Testing

/// Where each step leads, and what it does to the bill.
@Suite("kiosk")
struct KioskTests {
    @Test(
        "each step leads where a shopper expects",
        arguments: [
            ("", "welcome"), ("A", "scanning"), ("A enter", "phone "),
            ("A enter 98765", "phone 98765"), ("A enter 98765 remove", "phone 9876"),
            ("A enter back", "scanning"), ("A enter enter", "waiting"),
            ("A enter 9876543210 enter", "waiting"), ("A enter 12 enter", "phone 12"),
            ("A enter enter paid", "thanks"), ("A enter enter paid enter", "welcome"),
            ("A enter enter paid time", "welcome"), ("A enter enter paid B", "scanning"),
            ("A enter enter back", "scanning"), ("A enter enter 1", "counter"),
            ("A enter enter 1 enter", "counter number 3"),
            ("A enter enter 1 enter time", "welcome"), ("A enter enter B", "waiting"),
            ("A enter B", "scanning"), ("enter", "welcome"), ("A remove", "welcome"),
            ("A remove enter", "welcome"), ("8901000000019 enter", "scanning"),
            ("A help", "help called"), ("A help back", "scanning"), ("help back", "welcome"),
            ("A help B", "scanning"),
        ])
    func steps(script: String, place: String) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == place)
    }

    @Test(
        "who leaves without paying leaves a parked bill, and nothing for the next shopper",
        arguments: ["A leave", "A enter leave", "A enter 9876543210 leave", "A A B 12 leave"])
    func leaving(script: String) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == "welcome")
        #expect(counter.parked.count == 1)
        #expect(counter.sale == .idle)
        #expect(counter.kiosk.entry == "")
    }

    @Test("the seconds are counted down from the set one on, and a key stops it")
    func countdown() {
        var counter = Counter()
        counter.play("A")
        #expect(counter.turn == 45_000)
        counter.play("time")
        #expect(counter.kiosk.secondsLeft == 15)
        #expect(counter.turn == 1_000)
        counter.play("time time")
        #expect(counter.kiosk.secondsLeft == 13)
        counter.play("5")
        #expect(counter.kiosk.secondsLeft == nil)
        #expect(counter.turn == 45_000)
    }

    @Test(
        "a payment that is waited for is never given up by the clock",
        arguments: [
            ("A enter enter time", "asked"), ("A enter enter time time time leave", "asked"),
            ("A enter enter time paid", "thanks"), ("A enter enter time enter", "asked"),
            ("A enter enter time back", "scanning"), ("A enter enter help leave", "help called"),
            ("A enter enter help paid", "thanks"), ("A enter enter restart", "waiting"),
        ])
    func patience(script: String, place: String) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == place)
        #expect(counter.parked.isEmpty)
    }

    @Test("at its limit the kiosk asks whether it was paid, and calls somebody")
    func asks() {
        var counter = Counter()
        counter.play("A enter enter")
        #expect(counter.turn == 180_000)
        counter.play("time")
        #expect(counter.asked.contains(.callStaff(.paymentLate)))
        #expect(counter.turn == nil)
    }

    @Test(
        "what a kiosk cannot sell calls somebody",
        arguments: [
            ("onion", "help loose"), ("tobacco", "help restricted"),
            ("unknown", "help unknownArticle"), ("A onion back", "scanning"),
            ("A tobacco 4711 enter", "staff"), ("A tobacco 4712 enter", "help restricted"),
            ("A tobacco 4711 enter 2", "scanning"), ("late", "help late"),
        ])
    func help(script: String, place: String) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == place)
        #expect(
            counter.asked.contains { if case .callStaff = $0 { true } else { false } })
    }

    @Test("an article for people of age is sold when somebody of the shop allows it, not before")
    func allowing() {
        var counter = Counter()
        counter.play("A tobacco 2 enter")
        #expect(counter.sale.openBill?.lines.count == 1)
        counter.play("4711 enter 2")
        #expect(counter.sale.openBill?.lines.count == 2)
    }

    @Test(
        "people of the shop can do what there is to do",
        arguments: [
            ("A help 4711 enter 1", "scanning", 0), ("A help 4711 enter 4", "welcome", 1),
            ("A help 4711 enter 5", "welcome", 0), ("help 4711 enter 7", "closed byStaff", 0),
            ("help 4711 enter 7 help 4711 enter 7", "welcome", 0),
            ("A enter enter help 4711 enter 3", "thanks", 0),
            ("A enter enter help 4711 enter 5", "staff", 0), ("A help 4711 enter 9", "staff", 0),
            ("A help 4711 enter leave", "welcome", 1), ("A late 4711 enter 8", "thanks", 0),
            ("A A late 4711 enter 8", "staff", 0), ("A late 4711 enter 9", "scanning", 0),
            ("late 4711 enter 9", "welcome", 0), ("A help 4711 enter 8", "staff", 0),
        ])
    func staff(script: String, place: String, parked: Int) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == place)
        #expect(counter.parked.count == parked)
    }

    @Test("five wrong numbers in a row, and none is taken for a minute")
    func lock() {
        var counter = Counter()
        counter.play("help 1 enter 2 enter 3 enter 4 enter 5 enter")
        #expect(counter.kiosk.notice == .locked)
        #expect(counter.asked.last == .setTimer(.lock, milliseconds: 60_000))
        counter.play("4711 enter")
        #expect(counter.place == "help called")
        counter.send(.timer(.lock))
        counter.play("4711 enter")
        #expect(counter.place == "staff")
    }

    @Test(
        "what is missing closes the kiosk between two shoppers",
        arguments: [
            ("no-paper", "closed paper(Kiosk.KioskPaper.out)"), ("no-paper paper", "welcome"),
            ("no-paper A", "closed paper(Kiosk.KioskPaper.out)"), ("A no-paper", "scanning"),
            ("A no-paper enter enter paid", "thanks on screen"),
            ("A no-paper leave", "closed paper(Kiosk.KioskPaper.out)"),
            ("night", "closed outsideHours"), ("night day", "welcome"), ("A night B", "scanning"),
            ("no-scanner", "closed noScanner"), ("no-scanner scanner", "welcome"),
            ("night help", "help called"), ("night help back", "closed outsideHours"),
        ])
    func closing(script: String, place: String) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == place)
    }

    @Test(
        "after a restart the bill alone says where the shopper stands",
        arguments: [
            ("restart", "welcome"), ("A restart", "scanning"), ("A enter 98 restart", "scanning"),
            ("A enter enter restart", "waiting"), ("A enter enter time restart", "waiting"),
            ("A help restart", "scanning"), ("A enter enter paid restart", "welcome"),
            ("A help 4711 enter restart", "scanning"),
        ])
    func restart(script: String, place: String) {
        var counter = Counter()
        counter.play(script)
        #expect(counter.place == place)
    }

    @Test("without confirmations there is the counter, and nothing is waited for")
    func counterOnly() {
        var counter = Counter(rules: KioskRules(asksPhone: false))
        counter.play("A enter")
        #expect(counter.place == "counter")
        counter.play("enter")
        #expect(counter.place == "counter number 3")
        #expect(counter.asked.contains(.park(printsSlip: true)))
        #expect(!counter.asked.contains(.startUPI))
    }

    @Test("a number and its key are how many there are of the last article")
    func quantity() {
        var counter = Counter()
        counter.play("A 3 quantity")
        #expect(counter.sale.openBill?.lines.first?.quantity == Quantity(pieces: 3))
        counter.play("0 quantity")
        #expect(counter.kiosk.notice == .numberFirst)
        counter.play("12 enter")
        #expect(counter.kiosk.notice == .numberUnclear)
        #expect(counter.place == "scanning")
    }

    @Test("a language is chosen by its key, and the next shopper is greeted in the first")
    func languages() {
        var counter = Counter()
        counter.play("language A")
        #expect(counter.kiosk.language == 1)
        counter.play("leave")
        #expect(counter.kiosk.language == 0)
        counter.play("language")
        #expect(counter.turn == 10_000)
        counter.play("time")
        #expect(counter.kiosk.language == 0)
    }

    @Test(
        "the hours of a shop, beyond midnight too",
        arguments: [
            (540, 1260, "2026-11-15 08:59:59", false), (540, 1260, "2026-11-15 09:00:00", true),
            (540, 1260, "2026-11-15 21:00:00", false), (1320, 360, "2026-11-15 23:00:00", true),
            (1320, 360, "2026-11-15 05:59:00", true), (1320, 360, "2026-11-15 12:00:00", false),
            (0, 0, "2026-11-15 03:00:00", true),
        ])
    func hours(opens: Int, closes: Int, time: String, isOpen: Bool) throws {
        let civil = try #require(CivilTime(iso: time))
        #expect(KioskHours(opens: opens, closes: closes).isOpen(at: civil) == isOpen)
    }
}
