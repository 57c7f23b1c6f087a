import Billing
import GRDB
import ShopFixtures
import Testing

@testable import Ledger

/// What a scan is answered with, and what of the file is read for it.
@Suite("look-up of a code")
struct LookUpTests {
    private static let day = "2026-11-15"

    /// Milk (code 30, a carton of 12 under 31) with a batch of every kind; bread (32) with none.
    private func fill(_ books: Books) throws {
        let milk = try books.addProduct(named: "Milk", code: "30", rate: 500, hsn: "0401")
        try books.addCode("31", shown: "31", pieces: 12, to: milk)
        try books.receive(milk, "third", day: 7, quantity: 5, cost: 1_000, mrp: 12_000)
        try books.receive(milk, "second", day: 3, quantity: 4, cost: 1_100)
        try books.receive(milk, "expired", day: 1, quantity: 3, cost: 1_200)
        try books.receive(milk, "blocked", day: 1, quantity: 2, cost: 1_300)
        try books.receive(milk, "sold", day: 1, quantity: 1, cost: 1_400)
        try books.receive(milk, "first", day: 2, quantity: 1, cost: 1_500)
        let changes = [
            "expires_on = '2026-11-14' WHERE label = 'expired'",
            "expires_on = '\(Self.day)' WHERE label = 'first'",
            "is_blocked = 1 WHERE label = 'blocked'", "quantity = 0 WHERE label = 'sold'",
        ]
        for change in changes { try books.run("UPDATE batch SET \(change)") }
        _ = try books.addProduct(named: "Bread", code: "32")
    }

    private func open(_ folder: TemporaryFolder) throws -> Ledger {
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        try ledger.transaction(.beforeAnswer, fill)
        return ledger
    }

    @Test("a code has its product, its pack and what can be sold, oldest first")
    func offer() throws {
        let folder = try TemporaryFolder()
        let ledger = try open(folder)
        let day = try #require(CivilDate(iso: Self.day))
        let (milk, carton, bread) = try ledger.transaction { books in
            (
                try #require(try books.offer(code: "30", on: day)),
                try #require(try books.offer(code: "31", on: day)),
                try #require(try books.offer(code: "32", on: day))
            )
        }
        #expect(milk.product.name == "Milk" && milk.product.barcode == "30")
        #expect(milk.product.hsn == "0401" && milk.product.rate == TaxRate(hundredths: 500))
        #expect(milk.batches.map(\.label) == ["first", "second", "third"])
        #expect(milk.batches.map(\.cost.minorUnits) == [1_500, 1_100, 1_000])
        #expect(milk.batches.map(\.available.thousandths) == [1_000, 4_000, 5_000])
        #expect(milk.batches.map { $0.mrp?.minorUnits } == [nil, nil, 12_000])
        #expect(milk.pack == .one && carton.pack == Quantity(pieces: 12))
        #expect(carton.product.barcode == "31" && carton.batches == milk.batches)
        #expect(bread.product.name == "Bread" && bread.batches.isEmpty)
        try ledger.transaction { books in
            let unknown = try books.offer(code: "33", on: day)
            #expect(unknown == nil)
            for offer in [milk, bread] {
                let again = try books.offer(of: offer.product, on: day)
                #expect(again == offer)
            }
        }
    }

    @Test("a code is answered without a page of the batches themselves, and nothing is sorted")
    func plan() throws {
        let folder = try TemporaryFolder()
        _ = try open(folder)
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        for statement in [Books.offerOfCode, Books.batchesOfProduct] {
            let plan = try queue.read { database in
                try Row.fetchAll(
                    database, sql: "EXPLAIN QUERY PLAN " + statement, arguments: [1, Self.day]
                ).map { $0["detail"] as String }
            }
            let batches = plan.filter { $0.hasPrefix("SEARCH b ") }
            #expect(batches.count == 1, "\(plan)")
            #expect(batches.allSatisfy { $0.contains("COVERING INDEX batch_for_sale") }, "\(plan)")
            #expect(!plan.contains { $0.contains("SCAN") || $0.contains("B-TREE") }, "\(plan)")
        }
    }

    @Test("books of before the index have it, and their stock is offered as it was")
    func migrated() throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.path + "/galla.sqlite")
        try Schema.migrate(queue, upTo: "cash-movements")
        try queue.write { try fill(Books(database: $0, plan: try ChainPlan($0))) }
        try queue.close()
        let ledger = try Ledger(folder: folder.path, holder: .longTerm("a test"))
        let day = try #require(CivilDate(iso: Self.day))
        let offer = try ledger.transaction { try $0.offer(code: "30", on: day) }
        #expect(offer?.batches.map(\.label) == ["first", "second", "third"])
        #expect(
            try query(
                "SELECT name FROM sqlite_schema WHERE name LIKE 'batch%' AND type = 'index'"
                    + " ORDER BY name", folder: folder.path)
                == [["batch_below_zero"], ["batch_for_sale"]])
        #expect(try query("PRAGMA integrity_check", folder: folder.path) == [["ok"]])
    }
}
