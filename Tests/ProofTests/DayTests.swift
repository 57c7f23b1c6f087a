import GRDB
import Proofs
import ShopFixtures
import Testing

/// Money, goods and numbers over random days.
@Suite("random days")
struct DayTests {
    @Test(
        "in every step of every day money and goods are conserved and the numbers are consecutive")
    func days() throws {
        let fault = try Proof.days.fault(in: 1..<6) { _ in }
        #expect(fault == nil)
    }

    /// A fault for each law, written past the triggers and the constraints.
    ///
    /// Bill 1 is a sale of A in cash, bill 2 one of B and tomatoes on credit, bill 3 a credit note
    /// over all of bill 1, bills 4 and 5 an exchange; one line is open.
    private static let plants: [(law: String, sql: String)] = [
        ("a bill's subtotal", "UPDATE bill SET subtotal = subtotal + 1 WHERE id = 2"),
        ("a bill's cost", "UPDATE bill SET total_cost = total_cost - 1 WHERE id = 2"),
        ("a line's quantity", "UPDATE bill_line SET quantity = quantity + 1 WHERE bill_id = 2"),
        ("what was paid less", "UPDATE payment SET amount = amount - 1 WHERE bill_id = 2"),
        (
            "a sold line's amount",
            "UPDATE bill_line_batch SET price = price + 100 WHERE bill_id = 2"
        ),
        ("Z reports are numbered", "UPDATE shift SET z_number = 3"),
        (
            "what a Z report says",
            "UPDATE shift SET report = json_set(report, '$.figures.returns', 1)"
        ),
        (
            "Z reports, with what",
            "UPDATE shift SET report = json_set(report, '$.outside.sales', 1)"
        ),
        (
            "the cash of a Z report",
            "UPDATE shift SET report = json_set(report, '$.figures.payIns', 1)"
        ),
        ("profit is what", "UPDATE bill SET profit = profit + 1 WHERE id = 2"),
        ("a bill's total", "UPDATE bill SET round_off = 1 WHERE id = 2"),
        ("a bill's discounts", "UPDATE bill_line SET discount = 1 WHERE bill_id = 2"),
        (
            "a sold line's taxes",
            "UPDATE bill_line SET gst_rate = 500, cgst = 1, sgst = 1, taxable = 2"
        ),
        (
            "a returned line's two taxes",
            "UPDATE bill_line SET gst_rate = 500, cgst = 2, sgst = 1, taxable = 2 WHERE bill_id = 3"
        ),
        (
            "no part of a bill came back more",
            "UPDATE bill_line_batch SET quantity = quantity + 1 WHERE bill_id = 3"
        ),
        (
            "a line that is taxed on its printed price",
            "UPDATE bill_line SET gst_rate = 500, cgst = 1, sgst = 1, taxable = 2, is_taxed_on_mrp = 1"
        ),
        (
            "a sold line has the rate",
            """
            INSERT INTO rate_change (starts_on, old_rate, new_rate)
            VALUES ('2026-11-14', 1800, 4000), ('2026-11-15', 4000, 1200);
            UPDATE bill_line SET gst_rate = 4000, cgst = 1, sgst = 1, taxable = 2
            WHERE bill_id = 2 AND product_id = 2
            """
        ),
        (
            "goods come back at the rate",
            "UPDATE bill_line SET gst_rate = 500, cgst = 1, sgst = 1, taxable = 2 WHERE bill_id = 3"
        ),
        ("no more is given back", "UPDATE bill SET total = total + 1 WHERE id = 3"),
        ("what came back whole", "UPDATE bill SET subtotal = subtotal + 1 WHERE id = 3"),
        ("a batch holds", "UPDATE batch SET quantity = quantity + 1 WHERE id = 3"),
        ("each part of a bill moved", "DELETE FROM stock_movement WHERE bill_id = 2"),
        (
            "a sold bill's cost",
            "UPDATE stock_movement SET quantity = quantity - 1000 WHERE bill_id = 2"
        ),
        ("the shop's profit", "UPDATE bill SET profit = profit + 90 WHERE id = 2"),
        ("no batch is below zero", "UPDATE batch SET quantity = -1 WHERE id = 3"),
        (
            "what a receipt made up for",
            """
            INSERT INTO stock_movement (type, product_id, batch_id, quantity, created_at)
            VALUES ('deficit', 1, 1, 5, 1)
            """
        ),
        ("a sale is flagged", "UPDATE stock_movement SET is_below_zero = 1 WHERE bill_id = 2"),
        (
            "nothing of a batch was sold after its last day",
            "UPDATE batch SET expires_on = '2026-11-14' WHERE id = 3"
        ),
        ("what came back went", "UPDATE bill_line_batch SET cost = cost - 1 WHERE bill_id = 3"),
        (
            "each bill and each correction",
            "INSERT INTO bill_chain SELECT 99, kind, document_id, hash FROM bill_chain LIMIT 1"
        ),
        ("as many numbers", "UPDATE counter SET value = value + 1 WHERE name LIKE 'cn-%'"),
        (
            "no reference",
            "INSERT INTO open_bill (reference, till, opened_at) SELECT reference, id + 9, 1 FROM bill"
        ),
        ("what is on accounts", "UPDATE khata_entry SET amount = amount + 1"),
        ("nobody owes", "UPDATE khata_entry SET amount = 200001"),
        ("goods that pay", "UPDATE payment SET amount = amount - 1 WHERE bill_id = 5"),
        ("a confirmed attempt", "UPDATE payment SET attempt = (SELECT tr FROM payment_attempt)"),
        ("customers have", "UPDATE counter SET value = value + 1 WHERE name = 'customer'"),
        (
            "each movement of cash",
            "UPDATE audit SET amount = amount + 1 WHERE event = 'drawer-opened' AND subject IS NULL"
        ),
        (
            "cash that changed hands",
            "UPDATE audit SET amount = amount - 1 WHERE subject = 'BILL-2601000001'"
        ),
        (
            "a till has one",
            "DROP INDEX open_bill_on_screen; "
                + "INSERT INTO open_bill (reference, till, opened_at) VALUES ('x', 1, 1)"
        ),
        ("no open line", "DELETE FROM open_bill_part"),
        ("an attempt that waits", "UPDATE payment_attempt SET state = 'open'"),
    ]

    @Test("each law finds the fault that is planted for it", arguments: plants.indices)
    func planted(index: Int) throws {
        let plant = Self.plants[index]
        let folder = try TemporaryFolder(inMemory: true)
        try Self.sell(in: folder)
        #expect(BookLaws.broken(answers: try Self.answers(BookLaws.queries, of: folder)) == [])
        try Self.write(plant.sql, into: folder)
        let broken = BookLaws.broken(answers: try Self.answers(BookLaws.queries, of: folder))
        #expect(broken.contains { $0.hasPrefix(plant.law) }, "\(broken)")
    }

    /// A fault for each law that needs to know what happened.
    private static let plantsOfDays: [(law: String, sql: String)] = [
        ("what was received", "UPDATE batch SET quantity = quantity - 1 WHERE id = 3"),
        ("each document", "DELETE FROM bill WHERE id = 6"),
        ("the bills' money", "UPDATE bill SET total = total + 1 WHERE id = 2"),
        ("the credit notes' money", "UPDATE bill SET total = total + 1 WHERE id = 3"),
        ("the cash that went", "UPDATE cash_movement SET kind = 'payin'"),
        ("nothing of a batch was sold while", "UPDATE batch SET is_blocked = 1 WHERE label = 'A1'"),
        ("profit without tax", "UPDATE bill SET profit_excl_tax = profit_excl_tax + 1"),
    ]

    @Test(
        "each law of days finds the fault that is planted for it", arguments: plantsOfDays.indices)
    func plantedInDays(index: Int) throws {
        let plant = Self.plantsOfDays[index]
        let folder = try TemporaryFolder(inMemory: true)
        try Self.sell(in: folder)
        var facts = DayLaws.Facts()
        (facts.received, facts.documents, facts.blocked) = (2_012_000, 6, 5)
        (facts.sold, facts.back, facts.moved) = (42_500, 20_000, 37_950)
        let queries = DayLaws.queries(facts)
        #expect(DayLaws.broken(answers: try Self.answers(queries, of: folder)) == [])
        try Self.write(plant.sql, into: folder)
        let broken = DayLaws.broken(answers: try Self.answers(queries, of: folder))
        #expect(broken.contains { $0.hasPrefix(plant.law) }, "\(broken)")
    }

    /// Makes the books that the faults are planted in.
    private static func sell(in folder: TemporaryFolder) throws {
        let shop = try ProofShop.make(in: folder)
        shop.type("shift open 100", ProofShop.codes[0], "cash 100", ProofShop.codes[1], "0.5*21")
        shop.type("phone 9876543210", "credit", "return BILL-2601000001 all refund cash")
        shop.type("return BILL-2601000002 1 1", ProofShop.codes[1], "upi", "ok", "ok")
        shop.type("payin 500 change", "payout 120.50 milk", "shift close 400")
        shop.type(ProofShop.codes[0], "upi", "ok", ProofShop.codes[1])
    }

    private static func answers(
        _ queries: [String], of folder: TemporaryFolder
    ) throws -> ArraySlice<Int64> {
        try #require(Recorder.ask(queries, of: folder))[...]
    }

    /// Changes books past their triggers and constraints.
    private static func write(_ sql: String, into folder: TemporaryFolder) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(
            path: folder.path + "/galla.sqlite", configuration: configuration)
        try queue.writeWithoutTransaction { database in
            let guards = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for name in guards { try database.execute(sql: "DROP TRIGGER \(name)") }
            // The index that keeps an attempt to one payment stands in the way of that fault.
            try database.execute(sql: "DROP INDEX payment_attempt_once")
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try database.execute(sql: sql)
        }
    }

    @Test("no law is without a planted fault")
    func everyLawIsPlanted() {
        for law in BookLaws.laws {
            #expect(Self.plants.contains { law.name.hasPrefix($0.law) }, "\(law.name)")
        }
        for law in DayLaws.laws {
            #expect(Self.plantsOfDays.contains { law.name.hasPrefix($0.law) }, "\(law.name)")
        }
    }
}
