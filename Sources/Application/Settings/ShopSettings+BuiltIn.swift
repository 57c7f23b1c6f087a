import Billing
import Printing
import Scanning

extension ShopSettings {
    /// What holds when nothing is set: an Indian shop with one till, printing over USB.
    package static let builtIn = ShopSettings(
        shop: Shop(
            name: "My Shop", address: [], phone: nil, gstin: nil, footer: [], currency: "₹",
            timeZone: "Asia/Kolkata", yearStartMonth: 4),
        till: Till(number: 1, cashier: "Cashier"),
        phone: .india,
        payment: Payment(
            upiPayee: nil, cash: .india, creditLimit: Money(minorUnits: 2_000_00)),
        printer: Printer(
            uri: "usb:", profile: nil, columns: nil, confirm: .auto, queue: QueueRules()),
        scanner: Scanner(
            uris: ["auto"], scans: .standard, codes: .standard, lanes: [],
            serialLine: "9600 8N1"))
}
