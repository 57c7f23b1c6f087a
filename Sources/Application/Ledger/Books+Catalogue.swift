package import Billing
import GRDB
import Storage

extension Books {
    /// What a code offers for sale on a day: the product and its sellable batches, oldest first.
    ///
    /// `code` is a barcode's canonical key. Expired and blocked batches are left out. Nil when no
    /// product has the code. One statement: among a million products most of its time is the reading
    /// of pages, one of each of three trees.
    package func offer(code: String, on day: CivilDate) throws -> Offer? {
        try offer(Self.offerOfCode, [code, day.iso], on: day)
    }

    /// The same of a product by its row, under its first code; nil when there is none.
    ///
    /// Product 0, which stands for everything in no catalogue, is not found.
    package func offer(id: ProductID, on day: CivilDate) throws -> Offer? {
        guard id != .openItem else { return nil }
        return try offer(Self.offerOfProduct, [id.raw, day.iso], on: day)
    }

    private func offer(
        _ sql: String, _ arguments: Arguments, on day: CivilDate
    ) throws -> Offer? {
        var found: (product: Product, pack: Quantity)?
        var batches: [Batch] = []
        try forEach(sql, arguments) { row in
            if found == nil {
                let pieces: Int64? = row[8]
                found = (try product(from: row, on: day), Quantity(pieces: pieces ?? 1))
            }
            if row[9] as Int64? != nil { batches.append(Self.batch(from: row, at: 9)) }
            return true
        }
        return found.map { Offer(product: $0.product, batches: batches, pack: $0.pack) }
    }

    /// What the catalogue says of a product today, under the code it was found by before.
    package func product(_ known: Product, on day: CivilDate) throws -> Product? {
        try first(
            Self.productAsKnown, [known.barcode, day.iso, known.id.raw],
            { try product(from: $0, on: day) })
    }

    /// What there is to sell of a product on a day.
    package func offer(of product: Product, on day: CivilDate) throws -> Offer {
        let batches = try all(
            Self.batchesOfProduct, [product.id.raw, day.iso], { Self.batch(from: $0, at: 0) })
        return Offer(product: product, batches: batches)
    }

    // The texts of a scan and a sale are put together once, not with each of them.
    static let offerOfCode = """
        SELECT p.id, c.shown, \(productColumns), c.pieces, \(batchColumns)
        FROM product_code c JOIN product p ON p.id = c.product_id
        LEFT JOIN batch b ON b.product_id = p.id AND \(isSellable)
        WHERE c.code = ?1 ORDER BY b.received_at, b.id
        """

    static let offerOfProduct = """
        SELECT p.id, coalesce((
                SELECT shown FROM product_code WHERE product_id = ?1 ORDER BY code LIMIT 1), ''),
            \(productColumns), NULL, \(batchColumns)
        FROM product p LEFT JOIN batch b ON b.product_id = p.id AND \(isSellable)
        WHERE p.id = ?1 ORDER BY b.received_at, b.id
        """

    static let productAsKnown =
        "SELECT p.id, ?1, \(productColumns) FROM product p WHERE p.id = ?3"

    static let batchesOfProduct = """
        SELECT \(batchColumns) FROM batch b WHERE b.product_id = ?1 AND \(isSellable)
        ORDER BY b.received_at, b.id
        """

    // Both are read from the index `batch_for_sale` alone.
    private static let batchColumns = "b.id, b.label, b.quantity, b.cost, b.price, b.mrp"

    /// What a batch `b` must be to be sold on the day that is the second parameter.
    private static let isSellable = """
        b.quantity > 0 AND b.is_blocked = 0 AND (b.expires_on IS NULL OR b.expires_on >= ?2)
        """

    private static func batch(from row: StoredRow, at column: Int) -> Batch {
        Batch(
            id: BatchID(row[column]), label: row[column + 1],
            available: Quantity(thousandths: row[column + 2]),
            cost: Money(minorUnits: row[column + 3]), price: Money(minorUnits: row[column + 4]),
            mrp: (row[column + 5] as Int64?).map(Money.init(minorUnits:)))
    }

    /// The product that has a code, if any.
    package func product(code: String) throws -> ProductID? {
        try first("SELECT product_id FROM product_code WHERE code = ?", [code]) {
            ProductID($0[0])
        }
    }

    /// The category of a product, if it has one.
    package func category(of id: ProductID) throws -> String? {
        try first("SELECT category FROM product WHERE id = ?", [id.raw], { $0[0] as String? })
            ?? nil
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
