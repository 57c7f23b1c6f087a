import Billing
import Kiosk
import Ledger
import Printing
import Scanning
import ShopFixtures
import Spooler
import Testing
import Till

/// The unattended till over real books.
@Suite("kiosk over real books")
struct KioskTests {
    @Test("articles, a phone number, a payment that a program confirms: the bill is in the books")
    func sale() throws {
        let kiosk = try KioskShop(printerName: "test printer")
        kiosk.scan(Shop.codeA)
        kiosk.scan(Shop.codeB)
        kiosk.press("2 quantity enter 98765 43210 enter")
        #expect(kiosk.title == "Pay by UPI")
        let attempt = try #require(kiosk.shop.till.awaitedPayment)
        #expect(attempt.amount == Money(minorUnits: 300_00))
        #expect(kiosk.shop.till.view.page?.code?.contains("tr=\(attempt.id)&am=300.00") == true)
        kiosk.send(
            .paymentConfirmed(PaymentNews(attempt: attempt.id, utr: nil, amount: attempt.amount)))
        #expect(kiosk.title == "Thank you")
        let bill = try #require(try kiosk.shop.lastBill())
        #expect(bill.total == Money(minorUnits: 300_00))
        #expect(bill.paymentMethod == "UPI")
        #expect(bill.customer?.phone == "9876543210")
        #expect(bill.lines.map(\.quantity) == [.one, Quantity(pieces: 2)])
        #expect(kiosk.timers[.kiosk(.turn)] == 10_000)
        kiosk.turn()
        #expect(kiosk.title == "Welcome to Shop")
    }

    @Test("a whole phone number is looked up without a key, half a second after the last digit")
    func lookUp() throws {
        let kiosk = try KioskShop()
        kiosk.scan(Shop.codeA)
        kiosk.press("enter 9876543210")
        #expect(kiosk.timers[.phoneTyped] == 500)
        kiosk.send(.timer(.phoneTyped))
        #expect(
            kiosk.shop.till.view.page?.rows.map(\.value).contains("CUST0001 - Walk-in Customer")
                == true)
        #expect(kiosk.title == "Your phone number")
    }

    @Test(
        "what a kiosk may not sell calls somebody, and is not on the bill",
        arguments: [
            (KioskShop.onion, "has to be weighed: Onion"),
            (KioskShop.beedi, "your age first: Beedi"),
            ("4006381333931", "is not known here"),
        ])
    func refused(code: String, sentence: String) throws {
        let kiosk = try KioskShop()
        kiosk.scan(Shop.codeA)
        kiosk.scan(code)
        #expect(kiosk.title == "Help is called")
        #expect(kiosk.texts.first?.contains(sentence) == true)
        kiosk.press("back")
        #expect(kiosk.names == ["Product A"])
    }

    @Test("what somebody of the shop allows is sold, and the audit knows that they were there")
    func allowed() throws {
        let kiosk = try KioskShop()
        kiosk.scan(KioskShop.beedi)
        kiosk.press("1111 enter")
        #expect(kiosk.notice == "This number is wrong.")
        kiosk.press("4711 enter 2")
        #expect(kiosk.names == ["Beedi"])
        #expect(
            try query("SELECT event FROM audit ORDER BY id", folder: kiosk.shop.folder.path)
                == [["staff-number-wrong"], ["staff-unlocked"]])
    }

    @Test("the counter gets a parked bill under a number, and its code brings it back")
    func counter() throws {
        let kiosk = try KioskShop(takesUPI: false)
        kiosk.scan(Shop.codeA)
        kiosk.press("enter enter enter")
        #expect(kiosk.title == "Pay at the counter")
        #expect(kiosk.shop.till.view.page?.code == ControlCode.resume(1).text)
        #expect(
            try query("SELECT held_number FROM open_bill", folder: kiosk.shop.folder.path)
                == [["1"]])
    }

    @Test("who walks away leaves a parked bill; who emptied theirs leaves nothing")
    func leaving() throws {
        let kiosk = try KioskShop()
        kiosk.scan(Shop.codeA)
        kiosk.press("enter 9876543210 enter back")
        for _ in 0..<20 { kiosk.turn() }
        #expect(kiosk.title == "Welcome to Shop")
        kiosk.scan(Shop.codeB)
        kiosk.press("remove")
        #expect(
            try query("SELECT held_number FROM open_bill", folder: kiosk.shop.folder.path)
                == [["1"]])
    }

    @Test(
        "a kiosk that was killed comes back where its shopper stands",
        arguments: [
            ("", "Welcome to Shop"), ("A", "Your articles"), ("A enter 98", "Your articles"),
            ("A enter enter", "Pay by UPI"), ("A help", "Your articles"),
        ])
    func killed(script: String, title: String) throws {
        let kiosk = try KioskShop()
        if script.hasPrefix("A") { kiosk.scan(Shop.codeA) }
        kiosk.press(String(script.dropFirst()))
        try kiosk.restart()
        #expect(kiosk.title == title)
    }

    @Test("no paper closes the kiosk between shoppers; a bill that was paid stays on the screen")
    func paper() throws {
        let kiosk = try KioskShop(printerName: "test printer")
        kiosk.scan(Shop.codeA)
        kiosk.press("enter enter")
        kiosk.send(.printer(.state(PrinterState(link: .online, troubles: [.paperOut]))))
        let attempt = try #require(kiosk.shop.till.awaitedPayment)
        kiosk.send(
            .paymentConfirmed(PaymentNews(attempt: attempt.id, utr: nil, amount: attempt.amount)))
        let number = try #require(try kiosk.shop.lastBill()?.number)
        #expect(kiosk.shop.till.view.page?.code == number)
        #expect(kiosk.timers[.kiosk(.turn)] == 60_000)
        kiosk.turn()
        #expect(kiosk.title == "Closed")
        #expect(kiosk.texts.first == "The printer has no paper.")
        kiosk.scan(Shop.codeA)
        #expect(kiosk.title == "Closed")
        kiosk.send(.printer(.state(PrinterState(link: .online))))
        #expect(kiosk.title == "Welcome to Shop")
    }

    @Test("money that comes after its payment was given up is kept, and settled by staff")
    func late() throws {
        let kiosk = try KioskShop()
        kiosk.scan(Shop.codeA)
        kiosk.press("enter enter")
        let attempt = try #require(kiosk.shop.till.awaitedPayment)
        let news = PaymentNews(attempt: attempt.id, utr: nil, amount: attempt.amount)
        kiosk.press("back")
        kiosk.send(.paymentConfirmed(news))
        #expect(kiosk.texts.first?.contains("₹100.00 has arrived late") == true)
        kiosk.send(.paymentConfirmed(news))
        #expect(
            try query("SELECT attempt, settled FROM late_payment", folder: kiosk.shop.folder.path)
                == [[attempt.id, "null"]])
        kiosk.press("4711 enter 8")
        #expect(kiosk.title == "Thank you")
        #expect(try kiosk.shop.lastBill()?.payments.first?.attempt == attempt.id)
        #expect(
            try query("SELECT settled FROM late_payment", folder: kiosk.shop.folder.path)
                == [["taken"]])
    }

    @Test("without a scanner it is closed, and open again when one is there")
    func scanners() throws {
        let kiosk = try KioskShop(countsScanners: true)
        #expect(kiosk.texts.first == "The scanner is missing.")
        kiosk.connect()
        #expect(kiosk.title == "Welcome to Shop")
        kiosk.disconnect()
        #expect(kiosk.title == "Closed")
    }

    @Test("outside the hours it is closed, and asks to be woken when they begin")
    func hours() throws {
        // 1 June 2026, 08:55.
        let clock = MovingClock(seconds: 1_780_304_100)
        let kiosk = try KioskShop(clock: clock, hours: KioskHours(opens: 540, closes: 1_260))
        #expect(kiosk.texts.first == "This till opens at 09:00.")
        #expect(kiosk.timers[.hours] == 300_000)
        clock.advance(by: 300)
        kiosk.send(.timer(.hours))
        #expect(kiosk.title == "Welcome to Shop")
        #expect(kiosk.timers[.hours] == 600_000)
    }

    @Test(
        "a hostile scan changes nothing in the books",
        arguments: [
            "cash 10000", "void", "quit", "4711", "\u{1B}[2J", "\u{10}\u{14}\u{1}\u{0}\u{5}",
            "upi://pay?pa=me@bank&am=1", "BILL-2601000001", ControlCode.void.text,
            ControlCode.cash.text, ControlCode.drawer.text, ControlCode.resume(1).text,
            "GALLA-VOID-0", "'; DROP TABLE bill; --",
        ], ["", "A", "A enter", "A enter enter", "A help"])
    func hostile(code: String, script: String) throws {
        let kiosk = try KioskShop(printerName: "test printer")
        if script.hasPrefix("A") { kiosk.scan(Shop.codeA) }
        kiosk.press(String(script.dropFirst()))
        let before = try dump(folder: kiosk.shop.folder.path)
        let printed = kiosk.printed
        kiosk.scan(code)
        #expect(try dump(folder: kiosk.shop.folder.path) == before)
        #expect(kiosk.printed == printed)
        let page = try #require(kiosk.shop.till.view.page)
        #expect(!"\(page)".unicodeScalars.contains { $0.value < 0x20 })
    }
}
