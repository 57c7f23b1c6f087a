package import Billing
package import Ledger
package import Printing
package import Scanning

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
    /// The rules that bills are reckoned by.
    package let terms: BillTerms
    /// What the till may do beside selling what the books have.
    package let rules: CounterRules
    /// How the shop takes money.
    package let payment: PaymentSettings
    /// What the shop has decided about codes that can be read in two ways.
    package let codeRules: CodeRules
    /// What becomes of receipts that had to wait.
    package let queueRules: QueueRules
    /// What is printed without being asked.
    package let papers: PaperRules
    /// When the clock is doubted.
    package let clockRule: ClockRule
    /// What an unattended till needs beside; nil where a person attends it.
    package let kiosk: KioskSettings?
    /// What the shop's tills know alone, to take over each other's parked bills; nil where nothing is.
    package let cartKey: String?

    /// Gathers the settings.
    package init(
        series: BillSeries, cashier: String, phoneRule: Phone.Rule, currency: String,
        printerName: String?, terms: BillTerms = .plain, rules: CounterRules = CounterRules(),
        payment: PaymentSettings = .standard, codeRules: CodeRules = .standard,
        queueRules: QueueRules = QueueRules(), papers: PaperRules = PaperRules(),
        clockRule: ClockRule = ClockRule(), kiosk: KioskSettings? = nil, cartKey: String? = nil
    ) {
        self.cartKey = cartKey
        self.kiosk = kiosk
        self.clockRule = clockRule
        self.series = series
        self.cashier = cashier
        self.phoneRule = phoneRule
        self.currency = currency
        self.printerName = printerName
        self.terms = terms
        self.rules = rules
        self.payment = payment
        self.codeRules = codeRules
        self.queueRules = queueRules
        self.papers = papers
    }
}
