import Billing
import Ledger
import Seeds
import ShopFixtures
import Till

/// Random days of one shop, around the turn of a financial year, with every law of the books
/// checked after every step.
final class Days {
    /// What a day proved wrong.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let clock: MovingClock
    private let shop: Shop
    private let folder: TemporaryFolder
    private var random: SeededGenerator
    private let seed: UInt64
    private var deliveries = 0
    /// What was received of all products, in thousandths: what the shelves and the bills must add up to.
    private var received: Int64 = 0
    /// The bills and the money that the till has said, from its rows alone.
    private var saidBills: Int64 = 0
    private var saidMoney: Int64 = 0

    /// Opens a shop some days before 1 April.
    init(seed: UInt64) throws {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        // 2026-03-28 00:00:00 UTC, 1,774,656,000 seconds after 1970.
        clock = MovingClock(seconds: 1_774_656_000)
        folder = try TemporaryFolder(inMemory: true)
        shop = try ProofShop.make(in: folder, pieces: 40, clock: clock, terms: Self.terms(seed))
        received = try Self.number("SELECT sum(quantity) FROM batch", folder)
    }

    /// The shop's tax regime, its rounding and whether costs include tax, by turns.
    private static func terms(_ seed: UInt64) -> BillTerms {
        let regimes = TaxRegime.allCases
        return BillTerms(
            regime: regimes[Int(seed % UInt64(regimes.count))],
            rounding: seed % 2 == 0 ? .none : .rupee, costsIncludeTax: seed % 5 != 0)
    }

    private static func number(_ query: String, _ folder: TemporaryFolder) throws -> Int64 {
        guard let answer = Recorder.ask([query], of: folder)?.first else {
            throw Failure(description: "the books cannot be read")
        }
        return answer
    }

    /// One day: the shop opens at nine, things happen, it closes; then the chain is checked.
    func play(steps: Int) throws {
        clock.advance(by: 9 * 3_600)
        for _ in 0..<steps {
            clock.advance(by: Int64.random(in: 1...600, using: &random))
            if random.once(in: 12) { try deliver() }
            for line in DayOperation.random(&random).lines(&random) {
                let said = shop.type(line)
                listen(to: said)
                try check(after: line, said)
            }
        }
        // To the next midnight.
        let now = clock.now().milliseconds / 1_000
        clock.advance(by: 86_400 - now % 86_400)
        try checkChain()
    }

    /// Goods come in at a cost and a price of the day.
    private func deliver() throws {
        deliveries += 1
        let product = ProductID(Int64.random(in: 1...3, using: &random))
        let cost = Int64.random(in: 3_000...9_000, using: &random)
        let quantity = Int64.random(in: 1...40, using: &random) * 500
        received += quantity
        try shop.ledger?.transaction { books in
            try books.receive(
                BatchReceipt(
                    product: product, label: "D\(deliveries)",
                    receivedOn: clock.now().civil.date, expiresOn: nil,
                    quantity: Quantity(thousandths: quantity), cost: Money(minorUnits: cost),
                    price: Money(minorUnits: cost + Int64.random(in: 0...4_000, using: &random)),
                    mrp: nil), at: clock.now().milliseconds)
        }
    }

    /// Adds up what the till says: `BILL-…   total ₹100.00   cash ₹200.00   change ₹100.00`.
    private func listen(to rows: [String]) {
        for row in rows where row.hasPrefix("BILL-") && row.contains("   total ") {
            guard let total = row.split(separator: "₹").dropFirst().first else { continue }
            let digits = total.prefix { $0 != " " }.filter(\.isNumber)
            saidBills += 1
            saidMoney += Int64(digits) ?? 0
        }
    }

    private func check(after line: String, _ said: [String]) throws {
        let own = [
            "SELECT total(quantity) + (SELECT total(quantity) FROM bill_line WHERE product_id > 0) "
                + "- \(received) FROM batch",
            "SELECT count(*) - \(saidBills) FROM bill",
            "SELECT total(total) - \(saidMoney) FROM bill",
        ]
        guard let answers = Recorder.ask(BookLaws.laws.map(\.query) + own, of: folder) else {
            throw Failure(description: "seed \(seed): the books cannot be read")
        }
        var broken = BookLaws.broken(answers: answers[...])
        let names = [
            "what was received is on the shelves or sold", "each bill was said",
            "the bills' money is what was said",
        ]
        broken += zip(names, answers.suffix(own.count)).filter { $0.1 != 0 }.map(\.0)
        guard broken.isEmpty else {
            throw Failure(
                description: "seed \(seed), after `\(line)` (\(said.joined(separator: " / "))): "
                    + broken.joined(separator: "; "))
        }
    }

    /// The chain from end to end, the numbers of both years in it.
    private func checkChain() throws {
        var check = ChainCheck()
        while !check.isDone { try shop.ledger?.transaction { try check.advance(in: $0) } }
        if let fault = check.fault { throw Failure(description: "seed \(seed): \(fault)") }
    }
}
