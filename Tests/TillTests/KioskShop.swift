import Billing
import Kiosk
import Ledger
import Scanning
import ShopFixtures
import Till

/// A shop whose till nobody attends: what is scanned, pressed and shown.
final class KioskShop {
    static let onion = "8901000000057"
    static let beedi = "8901000000064"
    let shop: Shop
    /// Whether each timer is set, and to what.
    private(set) var timers: [TillTimer: Int64] = [:]
    private(set) var printed = 0
    private let scanner = ScannerIdentity(
        port: "1-1", serial: nil, vendor: 1, product: 1, name: "scanner")

    init(
        takesUPI: Bool = true, printerName: String? = nil, countsScanners: Bool = false,
        clock: any TillClock = FixedClock(), hours: KioskHours = .always
    ) throws {
        let payee = UPIPayee(address: "shop@bank", name: "Shop", category: nil)
        shop = try Shop(
            printerName: printerName, clock: clock, rules: CounterRules(mrp: .lowest),
            payment: PaymentSettings(
                upiPayee: payee, cash: .india, creditLimit: Money(minorUnits: 0)),
            kiosk: KioskSettings(
                rules: KioskRules(takesUPI: takesUPI, hasPIN: true, hours: hours),
                screen: KioskScreen(
                    languages: [.english], currency: "₹", shop: "Shop", payee: payee),
                pin: "4711", restricted: ["Tobacco"], countsScanners: countsScanners))
        try shop.ledger?.transaction { books in
            let onion = try books.addProduct(named: "Onion", code: Self.onion, unit: "kg")
            try books.receive(onion, "O1", day: 1, quantity: 10, cost: 2_000)
            let beedi = try books.addProduct(
                CatalogueEntry(
                    name: "Beedi", unit: Product.Unit("pc"), hsn: nil, gstRate: 0,
                    category: "Tobacco"))
            try books.addCode("0" + Self.beedi, shown: Self.beedi, to: beedi)
            try books.receive(beedi, "T1", day: 1, quantity: 10, cost: 2_000)
        }
        send(.begun)
    }

    func send(_ events: TillEvent...) {
        for effect in shop.till.step(events) {
            switch effect {
            case .setTimer(let timer, let milliseconds): timers[timer] = milliseconds
            case .print: printed += 1
            case .show, .openDrawer, .checkPIN, .reply, .stop: break
            }
        }
    }

    func scan(_ text: String) {
        send(.scanner(.scanned(Scan(payload: Array(text.utf8), scanner: scanner, finishedAt: 0))))
    }

    /// Words of keys; a word of digits is typed.
    func press(_ words: String) {
        for word in words.split(separator: " ") {
            if let key = KioskKey(word: word) {
                send(.key(key))
            } else {
                for digit in word { KioskKey(word: String(digit)).map { send(.key($0)) } }
            }
        }
    }

    func turn() { send(.timer(.kiosk(.turn))) }

    func connect() { send(.scanner(.connected(scanner))) }
    func disconnect() { send(.scanner(.disconnected(scanner))) }

    func restart() throws {
        try shop.restart()
        send(.begun)
    }

    var title: String { shop.till.view.page?.title ?? "" }
    var texts: [String] { shop.till.view.page?.rows.map(\.text) ?? [] }
    var notice: String? { shop.till.view.page?.notice }
    var names: [String] { shop.till.view.page?.lines.map(\.name) ?? [] }
}
