import Billing
import Ledger
import Seeds
import ShopFixtures
import Testing
import Till

/// Random days at one till with every means of payment: no paisa, piece or number is lost or doubled.
@Suite("money over random days")
struct MoneyPropertyTests {
    static let days: UInt64 = 12
    static let steps = 60

    @Test("money, stock and customers' numbers are conserved", arguments: 1...days)
    func day(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let shop = try Shop(printerName: nil)
        try shop.ledger?.transaction { books in
            let rice = try books.addProduct(named: "Rice", code: "33", unit: "kg")
            try books.receive(rice, "R1", day: 1, quantity: 90, cost: 33_33, price: 47_77)
        }
        var bills = 0
        for step in 0..<Self.steps {
            shop.type(Self.line(bills: bills, &random))
            if random.once(in: 15) { try shop.restart() }
            let counted = try Self.number("SELECT count(*) FROM bill", shop)
            bills = Int(counted)
            try Self.check(shop, "seed \(seed), step \(step)")
        }
        #expect(bills > 0, "seed \(seed) sold nothing")
        let reader = try LedgerReader(folder: shop.folder.path)
        var chain = ChainCheck()
        try reader.read { try chain.advance(in: $0) }
        #expect(chain.fault == nil && chain.isDone, "seed \(seed): the chain")
    }

    private static func line(bills: Int, _ random: inout SeededGenerator) -> String {
        let some = Int.random(in: 1...3, using: &random)
        let bill = "BILL-260100000\(Int.random(in: 1...max(1, min(9, bills)), using: &random))"
        let lines = [
            Shop.codeA, Shop.codeB, "0.\(some)37*33", "discount bill 1", "discount 3%",
            "cash 5000", "cash \(some)00", "upi", "ok", "ok 61581", "back", "card 77",
            "pay cash \(some)0 upi", "pay upi \(some)0", "pay card \(some) 9 credit", "credit",
            "phone 987654321\(some)", "phone", "repay \(some)0", "void", "hold", "resume 1",
            "return \(bill) 1 \(some)", "return \(bill) all refund", "refund", "refund cash",
            "return \(bill) 1 0.2 refund upi", "correct \(bill) cash upi",
            "correct \(bill) upi cash", "correct \(bill) card cash", "total",
        ]
        return lines.randomElement(using: &random) ?? "total"
    }

    /// Laws, each a query that has to come to nothing.
    private static func check(_ shop: Shop, _ place: String) throws {
        for (law, sql) in laws {
            #expect(try number(sql, shop) == 0, "\(place): \(law)")
        }
    }

    private static let laws = [
        (
            "payments less change are the bill",
            """
            SELECT count(*) FROM bill b WHERE b.total + b.change_given
                <> (SELECT coalesce(sum(amount), 0) FROM payment WHERE bill_id = b.id)
            """
        ),
        (
            "what goods pay for is what came back for it",
            """
            SELECT coalesce(sum(CASE WHEN b.credit_note_of IS NULL THEN amount ELSE -amount END), 0)
            FROM payment p JOIN bill b ON b.id = bill_id WHERE tender = 'exchange'
            """
        ),
        (
            "no part comes back oftener than it was sold",
            """
            SELECT count(*) FROM (
                SELECT s.id AS sold, l.returned_line AS line, p.returned_part AS part,
                    sum(p.quantity) AS back
                FROM bill n JOIN bill s ON s.number = n.credit_note_of
                JOIN bill_line l ON l.bill_id = n.id
                JOIN bill_line_batch p ON p.bill_id = l.bill_id AND p.position = l.position
                GROUP BY 1, 2, 3) r
            JOIN bill_line_batch o ON o.bill_id = r.sold AND o.position = r.line
                AND o.part = r.part
            WHERE r.back > o.quantity
            """
        ),
        (
            "no bill gives back more than was paid for it",
            """
            SELECT count(*) FROM bill s WHERE s.total < (
                SELECT coalesce(sum(total), 0) FROM bill n WHERE n.credit_note_of = s.number)
            """
        ),
        (
            "stock is what its movements say",
            """
            SELECT count(*) FROM batch b WHERE b.id > 0 AND b.quantity
                <> (SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE batch_id = b.id)
            """
        ),
        (
            "accounts are what was put on them, corrected, given back and repaid",
            """
            SELECT (SELECT coalesce(sum(amount), 0) FROM khata_entry) - (
                SELECT coalesce(sum(
                    CASE WHEN b.credit_note_of IS NULL THEN amount ELSE -amount END), 0)
                FROM payment p JOIN bill b ON b.id = bill_id WHERE tender = 'credit')
                - (SELECT coalesce(sum(amount), 0) FROM khata_entry
                    WHERE kind IN ('repayment', 'correction'))
            """
        ),
        (
            "customers' numbers are given once, in turn",
            """
            SELECT count(*) - coalesce((SELECT value FROM counter WHERE name = 'customer'), 0)
            FROM customer
            """
        ),
        (
            "an attempt is waited for on an open bill only",
            """
            SELECT count(*) FROM payment_attempt
            WHERE state = 'open' AND sale NOT IN (SELECT reference FROM open_bill)
            """
        ),
    ]

    private static func number(_ sql: String, _ shop: Shop) throws -> Int64 {
        Int64(try query(sql, folder: shop.folder.path)[0][0]) ?? -1
    }
}
