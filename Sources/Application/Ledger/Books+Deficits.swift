package import Billing
import GRDB
import Storage

// Goods in hand that the books do not have stand in a batch of their own below zero, at the cost
// that was known last, until stock is received. What is then taken from the new batch makes it up:
// two movements of the type 'deficit', from the one batch to the other. The bill keeps the cost it
// was sold at; what the goods cost more or less is in those two movements, at their batches' costs.
extension Books {
    /// The batch from which a product is sold below zero, made if need be; nil without a price.
    ///
    /// Its cost, price and MRP are those of the batch received last. A product that never was in
    /// stock has one only if it was added with its goods in hand.
    package func belowZeroBatch(of product: Product, on day: CivilDate) throws -> Batch? {
        let last = try first(
            """
            SELECT cost, price, mrp FROM batch WHERE product_id = ?
            ORDER BY is_below_zero, received_at DESC, id DESC LIMIT 1
            """, [product.id.raw], Self.prices(from:))
        guard let last else { return nil }
        return try belowZeroBatch(of: product.id, at: last, on: day)
    }

    /// Opens the account of a product whose goods are in hand and were never received.
    package func openDeficit(
        of product: ProductID, cost: Money, price: Money, on day: CivilDate
    ) throws {
        _ = try belowZeroBatch(of: product, at: (cost, price, nil), on: day)
    }

    /// Whether all that the books ever had of a product was sold below zero.
    package func wasNeverReceived(_ product: ProductID) throws -> Bool {
        try first(
            "SELECT 1 FROM batch WHERE product_id = ? AND is_below_zero = 0 LIMIT 1",
            [product.raw], { _ in false }) ?? true
    }

    /// Whether the books have stock of a product that may not be sold: expired or blocked.
    package func hasUnsellableStock(_ product: ProductID, on day: CivilDate) throws -> Bool {
        try first(
            """
            SELECT 1 FROM batch WHERE product_id = ? AND quantity > 0
                AND (is_blocked = 1 OR expires_on < ?) LIMIT 1
            """, [product.raw, day.iso], { _ in true }) ?? false
    }

    /// Makes up for what was sold below zero, oldest first, from a batch that was just received.
    func settleDeficits(
        of product: ProductID, from batch: BatchID, holding quantity: Quantity,
        _ milliseconds: Int64
    ) throws {
        let owed = try all(
            """
            SELECT id, -quantity FROM batch
            WHERE product_id = ? AND is_below_zero = 1 AND quantity < 0 ORDER BY id
            """, [product.raw], { row in (BatchID(row[0]), Quantity(thousandths: row[1])) })
        var left = quantity
        for (deficit, missing) in owed where left > .zero {
            let made = min(missing, left)
            try shift(made, of: product, from: batch, to: deficit, milliseconds)
            left = left - made
        }
    }

    /// Writes a movement of stock that no bill made.
    func move(
        _ type: String, _ quantity: Quantity, of product: ProductID, _ batch: BatchID,
        _ milliseconds: Int64
    ) throws {
        try run(
            """
            INSERT INTO stock_movement (type, product_id, batch_id, quantity, created_at)
            VALUES (?, ?, ?, ?, ?)
            """, [type, product.raw, batch.raw, quantity.thousandths, milliseconds])
    }

    private func shift(
        _ quantity: Quantity, of product: ProductID, from source: BatchID, to target: BatchID,
        _ milliseconds: Int64
    ) throws {
        for (batch, change) in [(source, .zero - quantity), (target, quantity)] {
            try runOnOneRow(
                "UPDATE batch SET quantity = quantity + ? WHERE id = ?",
                [change.thousandths, batch.raw], orElse: "batch \(batch.raw) is gone")
            try move("deficit", change, of: product, batch, milliseconds)
        }
    }

    private typealias Prices = (cost: Money, price: Money, mrp: Money?)

    private static func prices(from row: StoredRow) -> Prices {
        (
            Money(minorUnits: row[0]), Money(minorUnits: row[1]),
            (row[2] as Int64?).map(Money.init(minorUnits:))
        )
    }

    private func belowZeroBatch(
        of product: ProductID, at prices: Prices, on day: CivilDate
    ) throws -> Batch {
        let values = [prices.cost.minorUnits, prices.price.minorUnits, prices.mrp?.minorUnits]
        let known = try first(
            """
            SELECT id, label FROM batch WHERE product_id = ? AND is_below_zero = 1
                AND cost = ? AND price = ? AND mrp IS ?
            """, [product.raw, values[0], values[1], values[2]],
            { row in (BatchID(row[0]), row[1] as String) })
        let (id, label) = try known ?? newDeficit(of: product, at: prices, on: day)
        return Batch(
            id: id, label: label, available: .limit, cost: prices.cost, price: prices.price,
            mrp: prices.mrp, isBelowZero: true)
    }

    private func newDeficit(
        of product: ProductID, at prices: Prices, on day: CivilDate
    ) throws -> (BatchID, String) {
        var number = 1
        while try hasBatch("below zero \(number)", of: product) { number += 1 }
        let label = "below zero \(number)"
        try run(
            """
            INSERT INTO batch
                (product_id, label, received_at, quantity, cost, price, mrp, is_below_zero)
            VALUES (?, ?, ?, 0, ?, ?, ?, 1)
            """,
            [
                product.raw, label, day.iso, prices.cost.minorUnits, prices.price.minorUnits,
                prices.mrp?.minorUnits,
            ])
        return (BatchID(database.lastInsertedRowID), label)
    }
}
