package import Billing
package import Ledger
package import LineMode
package import Scanning
package import Till

/// A small shop with real books in a folder of its own, and a till to drive step by step.
///
/// Product A (8901000000019) and B (8901000000026) at ₹100; batches A1 (cost 80, 1 piece),
/// A2 (cost 85, 10), B1 (cost 75, 10): the shop of the specification's walkthrough.
package final class Shop {
    /// The barcode of product A.
    package static let codeA = "8901000000019"
    /// The barcode of product B.
    package static let codeB = "8901000000026"
    /// The folder of the books.
    package let folder: TemporaryFolder
    /// The books.
    package private(set) var ledger: Ledger?
    /// The till.
    package var till: Till
    /// What the till showed first.
    package private(set) var greeting: [Row]
    private let settings: TillSettings
    /// Its clock.
    package private(set) var clock: any TillClock

    /// Makes a shop; with `printerName` nil its receipts are not printed.
    ///
    /// The folder is a new one unless one is given; the time is the fixed clock's, unless.
    package init(
        printerName: String? = "test printer", stock: Bool = true, folder: TemporaryFolder? = nil,
        clock: any TillClock = FixedClock(), codeRules: CodeRules = .standard,
        terms: BillTerms = .plain, rules: CounterRules = CounterRules(),
        payment: PaymentSettings = .standard, papers: PaperRules = PaperRules(),
        kiosk: KioskSettings? = nil, tillNumber: Int = 1, cartKey: String? = nil
    ) throws {
        self.folder = try folder ?? TemporaryFolder()
        self.clock = clock
        settings = TillSettings(
            series: BillSeries(till: tillNumber, yearStartMonth: 4), cashier: "Asha",
            phoneRule: .india,
            currency: "₹", printerName: printerName, terms: terms, rules: rules,
            payment: payment, codeRules: codeRules, papers: papers, kiosk: kiosk,
            cartKey: cartKey)
        let ledger = try Ledger(folder: self.folder.path, holder: .longTerm("a test"))
        if stock { try Self.fill(ledger) }
        self.ledger = ledger
        (till, greeting) = try Till.open(ledger: ledger, settings: settings, clock: clock)
    }

    /// Opens another till over the same books, as a process does that starts after a crash.
    package func restart() throws {
        guard let ledger else { return }
        (till, greeting) = try Till.open(ledger: ledger, settings: settings, clock: clock)
    }

    /// Opens another till by another clock.
    package func restart(clock: any TillClock) throws {
        self.clock = clock
        try restart()
    }

    /// Opens books and till anew, as a process does that starts with another release.
    package func reopenBooks() throws {
        try ledger?.reopen()
        try restart()
    }

    /// Types lines, a step each, and answers the rows that were shown.
    @discardableResult
    package func type(_ lines: String...) -> [String] {
        lines.flatMap { rows(of: afterPINs(till.step([.line($0)]))) }
    }

    /// What a step comes to once the PIN that it wants checked was: its effects and those that follow.
    package func afterPINs(_ effects: [TillEffect]) -> [TillEffect] {
        effects
            + effects.flatMap { effect in
                guard case .checkPIN(let check) = effect else { return [TillEffect]() }
                return afterPINs(till.step([.pinChecked(isRight: check.isRight())]))
            }
    }

    /// The texts of the rows among effects.
    package func rows(of effects: [TillEffect]) -> [String] {
        effects.flatMap { effect in
            if case .show(let rows) = effect { rows.map(\.text) } else { [String]() }
        }
    }

    /// The newest bill in the books.
    package func lastBill() throws -> Bill? {
        try ledger?.transaction { try $0.lastBill() }
    }

    private static func fill(_ ledger: Ledger) throws {
        try ledger.transaction { books in
            let a = try books.addProduct(named: "Product A", code: codeA)
            let b = try books.addProduct(named: "Product B", code: codeB)
            try books.receive(a, "A1", day: 1, quantity: 1, cost: 8_000)
            try books.receive(a, "A2", day: 2, quantity: 10, cost: 8_500)
            try books.receive(b, "B1", day: 1, quantity: 10, cost: 7_500)
        }
    }
}

extension Books {
    /// Adds a product sold by the piece, with one 13-digit code.
    package func addProduct(
        named name: String, code: String, unit: String = "pc", rate: Int = 0, hsn: String? = nil
    ) throws -> ProductID {
        let entry = CatalogueEntry(
            name: name, unit: Product.Unit(unit), hsn: hsn, gstRate: rate, category: nil)
        let product = try addProduct(entry)
        try addCode(code.count == 13 ? "0" + code : code, shown: code, to: product)
        return product
    }

    /// Takes a batch at ₹100 into stock, received on a day of May 2026.
    package func receive(
        _ product: ProductID, _ label: String, day: Int, quantity: Int64, cost: Int64,
        price: Int64 = 10_000, mrp: Int64? = nil
    ) throws {
        guard let received = CivilDate(year: 2026, month: 5, day: day) else { return }
        try receive(
            BatchReceipt(
                product: product, label: label, receivedOn: received, expiresOn: nil,
                quantity: Quantity(pieces: quantity), cost: Money(minorUnits: cost),
                price: Money(minorUnits: price), mrp: mrp.map(Money.init(minorUnits:))),
            at: 1)
    }
}

/// A clock that always tells 10:30 of 15 November 2026, and counts its references.
package final class FixedClock: TillClock {
    private let count = Counter()
    private let run: String

    /// Makes a clock; processes that follow each other on the same books name their `run`.
    package init(run: String = "") { self.run = run }

    package func now() -> TillMoment {
        guard let civil = CivilTime(iso: "2026-11-15 10:30:00") else {
            preconditionFailure("a time that exists")
        }
        return TillMoment(civil: civil, milliseconds: 1_794_718_800_000)
    }

    package func newReference() -> SaleReference {
        SaleReference("sale-\(run)\(count.next())")
    }
}
