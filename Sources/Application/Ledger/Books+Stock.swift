package import Billing
import GRDB
import Storage

/// A batch as it is before its stock is changed by hand.
package struct StockBatch: Hashable, Sendable {
    /// Its row.
    package let id: BatchID
    /// What is left of it.
    package let quantity: Quantity
    /// Whether it was taken off sale.
    package let isBlocked: Bool
    /// Whether it stands for goods that were sold and never received.
    package let isBelowZero: Bool
}

extension Books {
    /// The batch of a product with this label; nil where there is none.
    package func batch(_ label: String, of product: ProductID) throws -> StockBatch? {
        try first(
            """
            SELECT id, quantity, is_blocked, is_below_zero FROM batch
            WHERE product_id = ? AND label = ?
            """, [product.raw, label],
            { row in
                StockBatch(
                    id: BatchID(row[0]), quantity: Quantity(thousandths: row[1]),
                    isBlocked: row[2], isBelowZero: row[3])
            })
    }

    /// The labels of a product's batches, the newest first.
    package func labels(of product: ProductID, limit: Int) throws -> [String] {
        try all(
            "SELECT label FROM batch WHERE product_id = ? ORDER BY received_at DESC, id DESC LIMIT ?",
            [product.raw, limit], { $0[0] })
    }

    /// Puts right what a batch holds, by a movement that says why.
    ///
    /// The caller has made sure that as much is there, and that it is no account of goods below zero.
    package func adjust(
        _ batch: StockBatch, of product: ProductID, by change: Quantity, why: String,
        at milliseconds: Int64
    ) throws {
        try runOnOneRow(
            "UPDATE batch SET quantity = quantity + ? WHERE id = ?",
            [change.thousandths, batch.id.raw], orElse: "batch \(batch.id.raw) is gone")
        try run(
            """
            INSERT INTO stock_movement (type, product_id, batch_id, quantity, created_at, reason)
            VALUES ('adjustment', ?, ?, ?, ?, ?)
            """, [product.raw, batch.id.raw, change.thousandths, milliseconds, why])
    }

    /// Takes a batch off sale, or puts it back.
    package func setBlocked(_ isBlocked: Bool, _ batch: BatchID) throws {
        try runOnOneRow(
            "UPDATE batch SET is_blocked = ? WHERE id = ?", [isBlocked, batch.raw],
            orElse: "batch \(batch.raw) is gone")
    }
}
