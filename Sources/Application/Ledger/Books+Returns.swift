package import Billing
import GRDB
import Storage

extension Books {
    /// A bill with what has come back of it, ready for more; nil when there is no such bill.
    package func returnable(bill number: String) throws -> OpenReturn? {
        try bill(number: number).map {
            OpenReturn(bill: $0, earlier: try returned(ofBill: $0.number))
        }
    }

    /// How much of each part of a bill came back, by all its credit notes.
    func returned(ofBill number: String) throws -> [PartPlace: Quantity] {
        let rows = try all(
            """
            SELECT l.returned_line, p.returned_part, sum(p.quantity)
            FROM bill n
            JOIN bill_line l ON l.bill_id = n.id
            JOIN bill_line_batch p ON p.bill_id = l.bill_id AND p.position = l.position
            WHERE n.credit_note_of = ? GROUP BY 1, 2
            """, [number],
            { row in
                (
                    PartPlace(line: row[0], part: row[1]),
                    Quantity(thousandths: row[2])
                )
            })
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// The goods that come back with an open bill; line -1 stands for a bill of which none is named.
    func openReturn(of sale: String) throws -> OpenReturn? {
        let rows = try all(
            "SELECT bill_number, line, quantity FROM open_return WHERE sale = ?", [sale],
            { row -> (String, Int, Int64) in (row[0], row[1], row[2]) })
        guard let number = rows.first?.0 else { return nil }
        guard let goods = try returnable(bill: number) else {
            throw LedgerError.damaged(what: "goods of \(number) come back, which is gone")
        }
        let quantities = rows.filter { $0.1 >= 0 }.map { ($0.1, Quantity(thousandths: $0.2)) }
        return OpenReturn(
            bill: goods.bill, earlier: goods.earlier,
            quantities: Dictionary(quantities, uniquingKeysWith: { first, _ in first }))
    }

    /// Writes what changed between two states of the goods that come back with an open bill.
    func saveOpenReturn(from old: OpenReturn?, to new: OpenReturn?, of sale: String) throws {
        guard old?.bill.number != new?.bill.number || old?.quantities != new?.quantities else {
            return
        }
        try run("DELETE FROM open_return WHERE sale = ?", [sale])
        guard let new else { return }
        for (line, quantity) in [(-1, Quantity.zero)] + new.quantities.map({ ($0, $1) }) {
            try run(
                "INSERT INTO open_return (sale, bill_number, line, quantity) VALUES (?, ?, ?, ?)",
                [sale, new.bill.number, line, quantity.thousandths])
        }
    }

    /// Puts a part that came back into the batch it was sold from, with its movement.
    func putBack(
        _ part: LinePart, of product: ProductID, for note: Int64, on day: CivilDate,
        _ milliseconds: Int64
    ) throws {
        let batch = try part.isBelowZero ? placeBelowZero(part, of: product, on: day) : part.batch
        try runOnOneRow(
            "UPDATE batch SET quantity = quantity + ? WHERE id = ?",
            [part.quantity.thousandths, batch.raw], orElse: "batch \(part.label) is gone")
        try run(
            """
            INSERT INTO stock_movement
                (type, product_id, batch_id, quantity, bill_id, created_at)
            VALUES ('return', ?, ?, ?, ?, ?)
            """, [product.raw, batch.raw, part.quantity.thousandths, note, milliseconds])
    }

    /// Where goods go that were sold below zero: back to that batch while it is owed as many.
    ///
    /// Once a receipt of stock has made up for them they are stock like any other: a batch of their
    /// own, at the cost they were sold at.
    private func placeBelowZero(
        _ part: LinePart, of product: ProductID, on day: CivilDate
    ) throws -> BatchID {
        let owed = try first(
            "SELECT -quantity FROM batch WHERE id = ?", [part.batch.raw],
            { row -> Int64 in row[0] })
        if let owed, owed >= part.quantity.thousandths { return part.batch }
        let known = try first(
            """
            SELECT id FROM batch WHERE product_id = ? AND is_below_zero = 0 AND is_blocked = 0
                AND label LIKE 'returned %' AND cost = ? AND price = ? AND mrp IS ?
            """,
            [
                product.raw, part.cost.minorUnits, part.price.minorUnits, part.mrp?.minorUnits,
            ], { row in BatchID(row[0]) })
        if let known { return known }
        var number = 1
        while try hasBatch("returned \(number)", of: product) { number += 1 }
        try run(
            """
            INSERT INTO batch (product_id, label, received_at, quantity, cost, price, mrp)
            VALUES (?, ?, ?, 0, ?, ?, ?)
            """,
            [
                product.raw, "returned \(number)", day.iso, part.cost.minorUnits,
                part.price.minorUnits, part.mrp?.minorUnits,
            ])
        return BatchID(database.lastInsertedRowID)
    }
}
