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
            laws = inspector.question(BookLaws.laws.map(\.query) + Days.own.map(\.query))
            openLaws = inspector.question(BookLaws.open.map(\.query))
            marks = inspector.question(Days.marks)
        }
    }

    /// Laws that need to know what happened: `?2` to `?5` are what the deliveries brought in
    /// thousandths, how many documents the till said, and the money of its bills and of its credit
    /// notes, from its rows alone.
    private static let own: [(name: String, query: String)] = [
        (
            "what was received is on the shelves, or sold and not brought back",
            """
            SELECT total(quantity) - ?2 + (SELECT total(l.quantity
                * iif(b.credit_note_of IS NULL, 1, -1)) FROM bill_line l JOIN bill b
                ON b.id = l.bill_id WHERE l.product_id > 0) FROM batch
            """
        ),
        ("each document was said", "SELECT count(*) - ?3 FROM bill"),
        (
            "the bills' money is what was said",
            "SELECT total(total) - ?4 FROM bill WHERE credit_note_of IS NULL"
        ),
        (
            "the credit notes' money is what was said",
            "SELECT total(total) - ?5 FROM bill WHERE credit_note_of IS NOT NULL"
        ),
    ]

    /// What changes when anything but an open bill does: rows are only added to closed books.
    private static let marks = [
        "SELECT max(id) FROM bill", "SELECT max(id) FROM stock_movement",
        "SELECT max(id) FROM payment_correction", "SELECT max(id) FROM khata_entry",
        "SELECT max(id) FROM bill_chain", "SELECT total(value) FROM counter",
        "SELECT total(quantity * (id + 1)) FROM batch", "SELECT count(*) FROM payment_attempt",
    ]

    private let seed: UInt64
    private let place: Place
    private let clock: MovingClock
    private let shop: Shop
    private var chance: DayChance
    private var deliveries = 0
    /// What was received of all products, in thousandths.
    private var received: Int64
    /// What the till has said, from its rows alone.
    private var said = (documents: Int64(0), sold: Int64(0), back: Int64(0))
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
        shop = try ProofShop.open(
            in: place.recorder.folder, clock: clock, terms: Self.terms(seed),
            rules: ProofShop.rules)
        received = try shop.ledger?.transaction { try Self.stock(in: $0) } ?? 0
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

    /// One day: the shop opens at nine, things happen, it closes.
    func play(steps: Int) throws {
        clock.advance(by: 9 * 3_600)
        for _ in 0..<steps {
            clock.advance(by: Int64(chance.number(1...600)))
            if chance.random.once(in: 12) { try deliver() }
            if chance.random.once(in: 60) { try forgetCustomer() }
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

    /// Goods come in at a cost and a price of the day, some with a printed price, some to expire.
    private func deliver() throws {
        deliveries += 1
        let product = ProductID(Int64(chance.number(1...4)))
        let cost = Int64(chance.number(3_000...9_000))
        let price = cost + Int64(chance.number(0...4_000))
        let quantity = Int64(chance.number(1...40)) * (product.raw == 3 ? 500 : 1_000)
        let today = clock.now().civil.date
        let mrp = product.raw == 4 || chance.random.once(in: 4) ? price + 500 : nil
        received += quantity
        try shop.ledger?.transaction { books in
            try books.receive(
                BatchReceipt(
                    product: product, label: "delivery \(deliveries)", receivedOn: today,
                    expiresOn: chance.random.once(in: 5) ? today : nil,
                    quantity: Quantity(thousandths: quantity), cost: Money(minorUnits: cost),
                    price: Money(minorUnits: price), mrp: mrp.map(Money.init(minorUnits:))),
                at: clock.now().milliseconds)
        }
    }

    /// A customer wants to be forgotten, or does not come any more.
    private func forgetCustomer() throws {
        let phone = try Phone(parsing: "98765432\(chance.number(10...19))", rule: .india)
        try shop.ledger?.transaction { books in
            guard let customer = try books.customerRecord(phone: phone) else { return }
            guard chance.random.once(in: 2) else {
                return try books.setActive(false, customer.id)
            }
            do {
                try books.delete(customer, at: clock.now().milliseconds)
            } catch is CustomerRefusal {
                // Who is being served, or owes money, is not forgotten.
            }
        }
    }

    /// Adds up what the till says: `BILL-…   total ₹100.00   …`, `CN-…   back ₹100.00 of …`.
    private func listen(to rows: [String]) {
        for row in rows {
            let isBill = row.hasPrefix("BILL-") && row.contains("   total ")
            guard isBill || row.hasPrefix("CN-") && row.contains("   back "),
                let amount = row.split(separator: "₹").dropFirst().first
            else { continue }
            let money = Int64(amount.prefix { $0 != " " }.filter(\.isNumber)) ?? 0
            said.documents += 1
            if isBill {
                said.sold += money
                chance.bills.append(String(row.prefix { $0 != " " }))
            } else {
                said.back += money
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
        let isSame = found == marks && checked == said.documents
        guard !isSame || open.contains(where: { $0 != 0 }) else { return }
        marks = found
        try checkAll(after: line, rows)
    }

    private func checkAll(after line: String, _ rows: [String]) throws {
        let answers = place.inspector.ask(
            place.laws, checked, received, said.documents, said.sold, said.back)
        guard let answers else { throw ProofError("seed \(seed): the books cannot be read") }
        var broken = BookLaws.broken(answers: answers[...])
        let count = BookLaws.laws.count
        broken += zip(Self.own, answers[count...]).filter { $0.1 != 0 }.map(\.0.name)
        guard broken.isEmpty else {
            throw ProofError(
                "seed \(seed), after `\(line)` (\(rows.joined(separator: " / "))): "
                    + broken.joined(separator: "; "))
        }
        checked = said.documents
    }
}
