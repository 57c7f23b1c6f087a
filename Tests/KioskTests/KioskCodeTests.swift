import Billing
import Kiosk
import Scanning
import Testing

/// What a scan that is no article can do: no more than the keys.
@Suite("codes at a kiosk")
struct KioskCodeTests {
    @Test(
        "Galla's own codes do what the keys do",
        arguments: [
            ("A", ControlCode.pay, "phone "), ("A", .help, "help called"),
            ("A", .delete, "welcome"), ("A", .cancel, "welcome"), ("A", .hold, "welcome"),
            ("A", .total, "scanning"), ("", .pay, "welcome"), ("A enter", .pay, "waiting"),
            ("A enter enter", .cancel, "waiting"), ("A enter enter", .pay, "waiting"),
            ("A help", .pay, "help called"), ("night", .pay, "closed outsideHours"),
        ])
    func codes(script: String, code: ControlCode, place: String) {
        var counter = Counter()
        counter.play(script)
        counter.send(.scanned(Array(code.text.utf8), .control(code)))
        #expect(counter.place == place)
    }

    @Test(
        "codes for the people of the shop do nothing, wherever they are held up",
        arguments: [ControlCode.void, .cash, .drawer, .resume(1), .reprint],
        ["", "A", "A enter", "A enter enter", "A enter enter time", "A help", "A help 4711 enter"])
    func staffCodes(code: ControlCode, script: String) {
        var counter = Counter()
        counter.play(script)
        let (sale, place, asked) = (counter.sale, counter.place, counter.asked)
        counter.send(.scanned(Array(code.text.utf8), .control(code)))
        #expect(counter.sale == sale)
        #expect(counter.place == place)
        #expect(counter.asked == asked)
        #expect(counter.kiosk.notice == .forStaff)
    }

    @Test(
        "a scan of words, escapes or numbers sells nothing, pays nothing and opens no menu",
        arguments: [
            "cash 10000", "ok", "void", "4711", "quit", "\u{1B}[2J\u{1B}[31mfree", "\u{1B}p0",
            "\u{10}\u{14}\u{1}", "'; DROP TABLE bill; --", "upi://pay?pa=me@bank&am=1", "%s%n", "",
            "enter", "price 1 0.01",
        ], ["", "A", "A enter", "A enter enter", "A help", "A help 4711 enter", "night"])
    func hostile(text: String, script: String) {
        var counter = Counter()
        counter.play(script)
        let (sale, bills, asked) = (counter.sale, counter.bills, counter.asked.count)
        counter.scan(Array(text.utf8))
        #expect(counter.sale == sale)
        #expect(counter.bills == bills)
        #expect(counter.parked.isEmpty)
        #expect(!counter.asked.dropFirst(asked).contains(.checkPIN(text)))
        let page = KioskScreen(languages: [.english], currency: "₹", shop: "Shop", payee: nil)
            .page(of: counter.kiosk, sale: counter.sale)
        let words = "\(page)"
        #expect(!words.unicodeScalars.contains { $0.value < 0x20 })
    }
}
