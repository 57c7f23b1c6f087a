package import Billing
package import Ledger

/// What one till has to know of its shop.
package struct TillSettings: Hashable, Sendable {
    /// The series of its bill numbers.
    package let series: BillSeries
    /// Who sells.
    package let cashier: String
    /// What counts as a phone number.
    package let phoneRule: Phone.Rule
    /// The sign in front of amounts.
    package let currency: String
    /// What the printer is called; nil when receipts are not printed.
    package let printerName: String?

    /// When the clock is doubted.
    package let clockRule: ClockRule

    /// Gathers the settings.
    package init(
        series: BillSeries, cashier: String, phoneRule: Phone.Rule, currency: String,
        printerName: String?, clockRule: ClockRule = ClockRule()
    ) {
        self.clockRule = clockRule
        self.series = series
        self.cashier = cashier
        self.phoneRule = phoneRule
        self.currency = currency
        self.printerName = printerName
    }
}
