import GRDB
import Seeds
import ShopFixtures
import Testing

/// Money, goods and numbers over random days.
@Suite("random days")
struct DayTests {
    private static let daysPerShop = 8

    @Test(
        "in every step of every day money and goods are conserved and the numbers are consecutive")
    func days() throws {
        let days = Campaign.count(short: 80, long: 100_000)
        let shops = UInt64((days + Self.daysPerShop - 1) / Self.daysPerShop)
        for seed in Campaign.firstSeed..<Campaign.firstSeed + shops {
            let shop = try Days(seed: seed)
            for _ in 0..<Self.daysPerShop { try shop.play(steps: 25) }
        }
        print("random days: \(shops * UInt64(Self.daysPerShop)) from seed \(Campaign.firstSeed)")
    }

    /// A fault for each law, written past the triggers and the constraints.
    private static let plants: [(law: Int, sql: String)] = [
        (0, "UPDATE bill SET subtotal = subtotal + 1 WHERE id = 2"),
        (1, "UPDATE bill SET total_cost = total_cost - 1 WHERE id = 2"),
        (2, "UPDATE bill_line SET quantity = quantity + 1 WHERE bill_id = 2"),
        (3, "UPDATE payment SET amount = amount - 1 WHERE bill_id = 2"),
        (4, "UPDATE batch SET quantity = quantity + 1 WHERE id = 3"),
        (5, "DELETE FROM stock_movement WHERE bill_id = 2"),
        (6, "INSERT INTO bill_chain SELECT 99, kind, document_id, hash FROM bill_chain LIMIT 1"),
        (7, "UPDATE counter SET value = value + 1 WHERE name LIKE 'bill-%'"),
        (
            8,
            "INSERT INTO open_bill (reference, till, opened_at) SELECT reference, id + 9, 1 FROM bill"
        ),
        (
            9,
            "DROP INDEX open_bill_on_screen; "
                + "INSERT INTO open_bill (reference, till, opened_at) VALUES ('x', 1, 1)"
        ),
        (10, "DELETE FROM open_bill_part"),
        (11, "UPDATE stock_movement SET quantity = quantity - 1000 WHERE bill_id = 2"),
        (12, "UPDATE bill_line_batch SET price = price + 100 WHERE bill_id = 2"),
        (13, "UPDATE batch SET quantity = -1 WHERE id = 3"),
        (14, "UPDATE bill SET profit = profit + 1 WHERE id = 2"),
        (15, "UPDATE bill SET round_off = 1 WHERE id = 2"),
        (16, "UPDATE bill_line SET discount = 1 WHERE bill_id = 2"),
        (17, "UPDATE bill_line SET gst_rate = 500, cgst = 1, sgst = 1, taxable = 2"),
    ]

    @Test("each law finds the fault that is planted for it", arguments: plants.indices)
    func planted(index: Int) throws {
        let plant = Self.plants[index]
        let folder = try TemporaryFolder(inMemory: true)
        let shop = try ProofShop.make(in: folder)
        shop.type(ProofShop.codes[0], "cash 100", "2*\(ProofShop.codes[1])", "cash 200")
        shop.type(ProofShop.codes[1])
        let queries = BookLaws.laws.map(\.query)
        #expect(
            BookLaws.broken(answers: try #require(Recorder.ask(queries, of: folder))[...]) == [])
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(
            path: folder.path + "/galla.sqlite", configuration: configuration)
        try queue.write { database in
            let guards = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for name in guards { try database.execute(sql: "DROP TRIGGER \(name)") }
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: plant.sql)
        }
        let answers = try #require(Recorder.ask(queries, of: folder))
        #expect(BookLaws.broken(answers: answers[...]).contains(BookLaws.laws[plant.law].name))
    }

    @Test("no law is without a planted fault")
    func everyLawIsPlanted() {
        #expect(Set(Self.plants.map(\.law)) == Set(BookLaws.laws.indices))
    }
}
