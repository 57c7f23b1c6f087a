import Billing
import Kiosk
import Printing
import Receipts
import Scanning

extension ShopSettings {
    /// What holds when nothing is set: an Indian shop with one till, printing over USB.
    package static let builtIn = ShopSettings(
        shop: Shop(
            name: "My Shop", address: [], phone: nil, gstin: nil, footer: [], currency: "₹",
            timeZone: "Asia/Kolkata", yearStartMonth: 4),
        till: Till(number: 1, cashier: "Cashier", opensDrawer: true),
        tax: Tax(regime: nil, costsIncludeGST: true, buyerFrom: Money(minorUnits: 50_000_00)),
        billing: Billing(
            rounding: .none, mrp: .ask, discountLimitPercent: 100, sellsBelowZero: false,
            addsProducts: false),
        phone: .india,
        payment: Payment(
            upiPayee: nil, cash: .india, creditLimit: Money(minorUnits: 2_000_00)),
        receipt: Receipt(
            language: "en", logo: nil, header: [], content: .usual, printsUPICode: false),
        printer: Printer(
            uri: "usb:", profile: nil, columns: nil, confirm: .auto, queue: QueueRules(),
            drawer: Printer.Drawer(), beeps: 0, logoMemory: .auto, printsHeldBills: false,
            printsUPICodes: false),
        api: API(listen: nil, hosts: [], origins: [], certificate: nil, key: nil, prints: true),
        scanner: Scanner(
            uris: ["auto"], scans: .standard, codes: .standard, lanes: [],
            serialLine: "9600 8N1"),
        kiosk: UnattendedTill(
            languages: ["en", "hi", "ta"], asksPhone: true, takesUPI: false, needsPrinter: true,
            pin: nil, restricted: [], hours: .always, idleSeconds: 60, countdownSeconds: 45,
            paymentSeconds: 180, thanksSeconds: 10, helpSeconds: 300, cartKey: nil, keypad: "auto",
            keys: .standard),
        backup: Backup(isDaily: true, keep: 14, copies: []))
}
