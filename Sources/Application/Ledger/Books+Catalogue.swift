package import Billing
import GRDB
import Storage

extension Books {
    /// What a code offers for sale on a day: the product and its sellable batches, oldest first.
    ///
    /// `code` is a barcode's canonical key. Expired and blocked batches are left out. Nil when no
    /// product has the code.
    package func offer(code: String, on day: CivilDate) throws -> Offer? {
        let found = try first(
            """
            SELECT p.id, c.shown, \(Self.productColumns), c.pieces
            FROM product_code c JOIN product p ON p.id = c.product_id WHERE c.code = ?1
            """, [code, day.iso],
            { row in (try product(from: row, on: day), row[8] as Int64?) })
        return try found.map { product, pieces in
            let offer = try offer(of: product, on: day)
            guard let pieces else { return offer }
            return Offer(product: product, batches: offer.batches, pack: Quantity(pieces: pieces))
        }
    }

    /// What the catalogue says of a product today, under the code it was found by before.
    package func product(_ known: Product, on day: CivilDate) throws -> Product? {
        try first(
            "SELECT p.id, ?1, \(Self.productColumns) FROM product p WHERE p.id = ?3",
            [known.barcode, day.iso, known.id.raw], { try product(from: $0, on: day) })
    }

    /// What there is to sell of a product on a day.
    package func offer(of product: Product, on day: CivilDate) throws -> Offer {
        let batches = try all(
            """
            SELECT id, label, quantity, cost, price, mrp FROM batch
            WHERE product_id = ? AND quantity > 0 AND is_blocked = 0
                AND (expires_on IS NULL OR expires_on >= ?)
            ORDER BY received_at, id
            """, [product.id.raw, day.iso],
            { row in
                Batch(
                    id: BatchID(row[0]), label: row[1], available: Quantity(thousandths: row[2]),
                    cost: Money(minorUnits: row[3]), price: Money(minorUnits: row[4]),
                    mrp: (row[5] as Int64?).map(Money.init(minorUnits:)))
            })
        return Offer(product: product, batches: batches)
    }

    /// The product that has a code, if any.
    package func product(code: String) throws -> ProductID? {
        try first("SELECT product_id FROM product_code WHERE code = ?", [code]) {
            ProductID($0[0])
        }
    }

    /// Adds a product without codes; its rate is that of `day`, of all days if nil.
    package func addProduct(
        _ entry: CatalogueEntry, on day: CivilDate? = nil
    ) throws -> ProductID {
        try run(
            """
            INSERT INTO product (name, unit, hsn, gst_rate, category, is_taxed_on_mrp, rate_since)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.name, entry.unit.symbol, entry.hsn, entry.gstRate, entry.category,
                entry.isTaxedOnMRP, day?.iso,
            ])
        return ProductID(database.lastInsertedRowID)
    }

    /// Replaces what the catalogue says of a product; its codes and batches stay.
    package func changeProduct(
        _ id: ProductID, to entry: CatalogueEntry, on day: CivilDate? = nil
    ) throws {
        try runOnOneRow(
            """
            UPDATE product SET name = ?, unit = ?, hsn = ?, gst_rate = ?, category = ?,
                is_taxed_on_mrp = ?, rate_since = ?
            WHERE id = ?
            """,
            [
                entry.name, entry.unit.symbol, entry.hsn, entry.gstRate, entry.category,
                entry.isTaxedOnMRP, day?.iso, id.raw,
            ], orElse: "product \(id.raw) is gone")
    }

    /// Gives a product a code, canonical and as shown, that stands for so many pieces.
    ///
    /// Of a code that it has already only the pieces change.
    package func addCode(
        _ code: String, shown: String, pieces: Int64 = 1, to product: ProductID
    ) throws {
        try run(
            """
            INSERT INTO product_code (code, shown, product_id, pieces) VALUES (?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET pieces = excluded.pieces
            """, [code, shown, product.raw, pieces == 1 ? nil : pieces])
    }

    /// Whether a product has a batch of this label already.
    package func hasBatch(_ label: String, of product: ProductID) throws -> Bool {
        try first(
            "SELECT 1 FROM batch WHERE product_id = ? AND label = ?", [product.raw, label],
            { _ in true }) ?? false
    }

    /// Takes a batch into stock, with the movement that says so.
    ///
    /// What was sold below zero before is made up for with it; see `settleDeficits`.
    package func receive(_ receipt: BatchReceipt, at milliseconds: Int64) throws {
        try run(
            """
            INSERT INTO batch
                (product_id, label, received_at, expires_on, quantity, cost, price, mrp)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                receipt.product.raw, receipt.label, receipt.receivedOn.iso, receipt.expiresOn?.iso,
                receipt.quantity.thousandths, receipt.cost.minorUnits, receipt.price.minorUnits,
                receipt.mrp?.minorUnits,
            ])
        let batch = BatchID(database.lastInsertedRowID)
        try move("receipt", receipt.quantity, of: receipt.product, batch, milliseconds)
        try settleDeficits(
            of: receipt.product, from: batch, holding: receipt.quantity, milliseconds)
    }
}
