import Billing
import Ledger
import Seeds
import ShopFixtures
import Till

/// Random days of one shop, around the turn of a financial year, with every law of the books
/// checked after every step.
final class Days {
    /// What is asked of the books, over a connection that stays open from shop to shop.
    final class Place {
        let recorder: Recorder
        fileprivate let template: [UInt8]
        fileprivate let inspector: Inspector
        fileprivate let laws: Inspector.Question
        fileprivate let openLaws: Inspector.Question
        fileprivate let marks: Inspector.Question

        init() throws {
            template = try ProofShop.template(pieces: 40)
            recorder = try Recorder(try TemporaryFolder(inMemory: true))
            inspector = try Inspector(recorder)
            laws = inspector.question((BookLaws.laws + DayLaws.laws).map(\.query))
            openLaws = inspector.question(BookLaws.open.map(\.query))
            marks = inspector.question(Days.marks)
        }
    }

    /// What changes when anything but an open bill does: rows are only added to closed books.
    private static let marks = [
        "SELECT max(id) FROM bill", "SELECT max(id) FROM stock_movement",
        "SELECT max(id) FROM payment_correction", "SELECT max(id) FROM khata_entry",
        "SELECT max(id) FROM bill_chain", "SELECT total(value) FROM counter",
        "SELECT total(quantity * (id + 1)) FROM batch", "SELECT count(*) FROM payment_attempt",
        "SELECT max(id) FROM cash_movement", "SELECT count(*) + count(z_number) FROM shift",
    ]

    private let seed: UInt64
    private let place: Place
    let clock: MovingClock
    let shop: Shop
    var chance: DayChance
    var deliveries = 0
    /// What has happened, as far as the books do not say it.
    var facts = DayLaws.Facts()
    /// How many documents every law has been found to hold of.
    private var checked: Int64 = 0
    private var marks: [Int64] = []

    /// Opens a shop some days before 1 April.
    init(seed: UInt64, in place: Place) throws {
        self.seed = seed
        self.place = place
        chance = DayChance(seed: seed)
        // 2026-03-28 00:00:00 UTC, 1,774,656,000 seconds after 1970.
        clock = MovingClock(seconds: 1_774_656_000)
        place.recorder.load(place.template)
        let terms = Self.terms(seed)
        shop = try ProofShop.open(
            in: place.recorder.folder, clock: clock, terms: terms, rules: ProofShop.rules)
        facts.costsIncludeTax = terms.costsIncludeTax
        facts.received = try shop.ledger?.transaction { try Self.stock(in: $0) } ?? 0
    }

    /// The shop's tax regime, its rounding and whether costs include tax, by turns.
    private static func terms(_ seed: UInt64) -> BillTerms {
        let regimes = TaxRegime.allCases
        return BillTerms(
            regime: regimes[Int(seed % UInt64(regimes.count))],
            rounding: seed % 2 == 0 ? .none : .rupee, costsIncludeTax: seed % 5 != 0)
    }

    /// What all products have on the shelf, in thousandths.
    private static func stock(in books: Books) throws -> Int64 {
        guard let day = CivilDate(year: 2026, month: 3, day: 28) else { return 0 }
        return try ProofShop.codes.reduce(0) { sum, code in
            let offer = try books.offer(code: code.count == 13 ? "0" + code : code, on: day)
            return sum + (offer?.available.thousandths ?? 0)
        }
    }

    /// One day: the till is started at nine or ran all night, things happen, the shop closes.
    func play(steps: Int) throws {
        clock.advance(by: 9 * 3_600)
        if chance.random.once(in: 3) { try shop.restart() }
        for _ in 0..<steps {
            clock.advance(by: Int64(chance.number(1...600)))
            try visitBackOffice()
            for line in DayOperation.random(&chance).lines(&chance) {
                let rows = shop.type(line)
                listen(to: rows)
                try check(after: line, rows)
            }
        }
        // To the next midnight.
        let now = clock.now().milliseconds / 1_000
        clock.advance(by: 86_400 - now % 86_400)
    }

    /// Everything once more from the beginning, and the chain from end to end, with the numbers of
    /// both years in it.
    func close() throws {
        checked = 0
        marks = []
        try check(after: "closing", [])
        var check = ChainCheck()
        while !check.isDone { try shop.ledger?.transaction { try check.advance(in: $0) } }
        if let fault = check.fault { throw ProofError("seed \(seed): \(fault)") }
        try shop.ledger?.close()
    }

    /// Adds up what the till says: `BILL-…   total ₹100.00   …`, `CN-…   back ₹100.00 of …`,
    /// `₹100.00 put into the drawer: …`.
    private func listen(to rows: [String]) {
        for row in rows {
            guard let sign = row.firstIndex(of: "₹") else { continue }
            let money = Int64(row[sign...].prefix { $0 != " " }.filter(\.isNumber)) ?? 0
            if row.hasPrefix("BILL-"), row.contains("   total ") {
                facts.documents += 1
                facts.sold += money
                chance.bills.append(String(row.prefix { $0 != " " }))
            } else if row.hasPrefix("CN-"), row.contains("   back ") {
                facts.documents += 1
                facts.back += money
                chance.creditNotes.append(String(row.prefix { $0 != " " }))
            } else if row.hasPrefix("₹"), row.contains(" put into the drawer: ") {
                facts.moved += money
            } else if row.hasPrefix("₹"), row.contains(" taken out of the drawer: ") {
                facts.moved -= money
            }
        }
    }

    /// Asks the laws of open bills, and every law where the closed books have changed or the till
    /// says that they have.
    ///
    /// At the end of the shop all are asked once more.
    private func check(after line: String, _ rows: [String]) throws {
        let found = place.inspector.ask(place.marks)
        guard let found, let open = place.inspector.ask(place.openLaws) else {
            throw ProofError("seed \(seed): the books cannot be read")
        }
        let isSame = found == marks && checked == facts.documents
        guard !isSame || open.contains(where: { $0 != 0 }) else { return }
        marks = found
        try checkAll(after: line, rows)
    }

    private func checkAll(after line: String, _ rows: [String]) throws {
        let answers = place.inspector.ask(place.laws, [checked] + facts.values)
        guard let answers else { throw ProofError("seed \(seed): the books cannot be read") }
        var broken = BookLaws.broken(answers: answers[...])
        broken += DayLaws.broken(answers: answers[BookLaws.laws.count...])
        guard broken.isEmpty else {
            throw ProofError(
                "seed \(seed), after `\(line)` (\(rows.joined(separator: " / "))): "
                    + broken.joined(separator: "; "))
        }
        checked = facts.documents
    }
}
