package import Billing
package import Ledger
package import Printing

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
    /// What becomes of receipts that had to wait.
    package let queueRules: QueueRules

    /// Gathers the settings.
    package init(
        series: BillSeries, cashier: String, phoneRule: Phone.Rule, currency: String,
        printerName: String?, queueRules: QueueRules = QueueRules()
    ) {
        self.series = series
        self.cashier = cashier
        self.phoneRule = phoneRule
        self.currency = currency
        self.printerName = printerName
        self.queueRules = queueRules
    }
}
