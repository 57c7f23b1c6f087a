import Billing

extension ShopSettings {
    /// What holds when nothing is set: an Indian shop with one till, printing over USB.
    package static let builtIn = ShopSettings(
        shop: Shop(
            name: "My Shop", address: [], phone: nil, gstin: nil, footer: [], currency: "₹",
            timeZone: "Asia/Kolkata", yearStartMonth: 4),
        till: Till(number: 1, cashier: "Cashier"),
        phone: .india,
        printer: Printer(uri: "usb:", profile: nil, columns: nil),
        scanner: Scanner(uris: ["auto"]))
}
