import Billing
import Seeds
import Testing

/// Goods come back piece by piece: what is given back adds up to what was paid, to the paisa.
@Suite("returns: random bills, random pieces")
struct ReturnPropertyTests {
    // The bills are those that the random histories of the sale end with: discounts of lines and
    // bills, taxes, rounding, prices that were set, lines over several batches.
    @Test("every bill that comes back whole gives back each of its amounts exactly")
    func wholeBills() throws {
        var seen = 0
        for seed in 1...UInt64(400) {
            var world = SaleWorld(seed: seed)
            var random = SeededGenerator(seed: seed)
            for _ in 0..<SalePropertyTests.events {
                try world.play()
                guard let settlement = world.sale.settlement else { continue }
                let bill = settlement.bill(number: "BILL-1", cashier: "Asha")
                try Self.bringBack(bill, &random, seed)
                seen += 1
            }
        }
        #expect(seen > 300, "only \(seen) bills")
    }

    private static func bringBack(
        _ bill: Bill, _ random: inout SeededGenerator, _ seed: UInt64
    ) throws {
        var earlier: [PartPlace: Quantity] = [:]
        var notes: [(lines: [BillLine], totals: BillTotals)] = []
        while true {
            var goods = OpenReturn(bill: bill, earlier: earlier)
            for index in bill.lines.indices where goods.returnable(index) > .zero {
                let some = piece(of: goods.returnable(index), bill.lines[index].product, &random)
                try goods.set(some, ofLine: index + 1)
            }
            if goods.quantities.isEmpty {
                do throws(Rejection) { try goods.setAll() } catch { break }
            }
            notes.append((goods.lines, goods.totals))
            for line in goods.lines {
                let origin = try #require(line.origin)
                for (place, part) in zip(origin.parts, line.parts) {
                    let sold = bill.lines[origin.line].parts[place]
                    #expect(part.batch == sold.batch && part.cost == sold.cost)
                    earlier[PartPlace(line: origin.line, part: place), default: .zero] =
                        (earlier[PartPlace(line: origin.line, part: place)] ?? .zero)
                        + part.quantity
                }
            }
        }
        let lines = notes.flatMap(\.lines).map(\.amounts)
        let sums = { (field: (LineAmounts) -> Money) in lines.map(field).total() }
        let sold = { (field: (LineAmounts) -> Money) in
            bill.lines.map { field($0.amounts) }.total()
        }
        for (name, field) in fields {
            #expect(sums(field) == sold(field), "seed \(seed): \(name)")
        }
        #expect(
            notes.flatMap(\.lines).map(\.totalCost).total() == bill.totalCost,
            "seed \(seed): what it cost")
        #expect(
            notes.map(\.totals.total).total() == bill.total, "seed \(seed): what is given back")
        #expect(lines.allSatisfy { $0.net >= .zero }, "seed \(seed): a piece below nothing")
    }

    private static let fields: [(String, @Sendable (LineAmounts) -> Money)] = [
        ("gross", { $0.gross }), ("discount", { $0.discount }),
        ("bill discount", { $0.billDiscount }), ("net", { $0.net }),
        ("taxable", { $0.tax?.taxable ?? .zero }), ("CGST", { $0.tax?.cgst ?? .zero }),
        ("SGST", { $0.tax?.sgst ?? .zero }),
    ]

    private static func piece(
        of left: Quantity, _ product: Product, _ random: inout SeededGenerator
    ) -> Quantity {
        let some = Int64.random(in: 0...left.thousandths, using: &random)
        return Quantity(thousandths: product.unit.isCounted ? some / 1000 * 1000 : some)
    }
}
