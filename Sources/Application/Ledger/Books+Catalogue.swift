package import Billing
import GRDB
import Storage

extension Books {
    /// What a code offers for sale on a day: the product and its sellable batches, oldest first.
    ///
    /// `code` is a barcode's canonical key. Expired and blocked batches are left out. Nil when no
    /// product has the code.
    package func offer(code: String, on day: CivilDate) throws -> Offer? {
        let product = try first(
            """
            SELECT p.id, c.shown, p.name, p.unit
            FROM product_code c JOIN product p ON p.id = c.product_id WHERE c.code = ?
            """, [code],
            { row in
                Product(
                    id: ProductID(row[0]), barcode: row[1], name: row[2],
                    unit: Product.Unit(row[3]))
            })
        return try product.map { try offer(of: $0, on: day) }
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

    /// Adds a product without codes.
    package func addProduct(_ entry: CatalogueEntry) throws -> ProductID {
        try run(
            "INSERT INTO product (name, unit, hsn, gst_rate, category) VALUES (?, ?, ?, ?, ?)",
            [entry.name, entry.unit.symbol, entry.hsn, entry.gstRate, entry.category])
        return ProductID(database.lastInsertedRowID)
    }

    /// Replaces what the catalogue says of a product; its codes and batches stay.
    package func changeProduct(_ id: ProductID, to entry: CatalogueEntry) throws {
        try runOnOneRow(
            "UPDATE product SET name = ?, unit = ?, hsn = ?, gst_rate = ?, category = ? WHERE id = ?",
            [entry.name, entry.unit.symbol, entry.hsn, entry.gstRate, entry.category, id.raw],
            orElse: "product \(id.raw) is gone")
    }

    /// Gives a product a code, canonical and as shown; one that it has already is left alone.
    package func addCode(_ code: String, shown: String, to product: ProductID) throws {
        try run(
            "INSERT INTO product_code (code, shown, product_id) VALUES (?, ?, ?) "
                + "ON CONFLICT (code) DO NOTHING",
            [code, shown, product.raw])
    }

    /// Whether a product has a batch of this label already.
    package func hasBatch(_ label: String, of product: ProductID) throws -> Bool {
        try first(
            "SELECT 1 FROM batch WHERE product_id = ? AND label = ?", [product.raw, label],
            { _ in true }) ?? false
    }

    /// Takes a batch into stock, with the movement that says so.
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
        try run(
            """
            INSERT INTO stock_movement (type, product_id, batch_id, quantity, created_at)
            VALUES ('receipt', ?, ?, ?, ?)
            """,
            [
                receipt.product.raw, database.lastInsertedRowID, receipt.quantity.thousandths,
                milliseconds,
            ])
    }
}
