import Billing

extension ShopSettings {
    /// What holds when nothing is set: an Indian shop with one till, printing over USB.
    package static let builtIn = ShopSettings(
        shop: Shop(
            name: "My Shop", address: [], phone: nil, gstin: nil, footer: [], currency: "₹",
            timeZone: "Asia/Kolkata", yearStartMonth: 4),
        till: Till(number: 1, cashier: "Cashier"),
        tax: Tax(regime: nil, costsIncludeGST: true, buyerFrom: Money(minorUnits: 50_000_00)),
        billing: Billing(
            rounding: .none, mrp: .ask, discountLimitPercent: 100, sellsBelowZero: false,
            addsProducts: false),
        phone: .india,
        payment: Payment(
            upiPayee: nil, cash: .india, creditLimit: Money(minorUnits: 2_000_00)),
        printer: Printer(uri: "usb:", columns: 48),
        scanner: Scanner(uris: ["auto"]))
}
