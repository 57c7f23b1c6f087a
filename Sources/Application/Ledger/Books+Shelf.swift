package import Billing
import GRDB
import Storage

extension Books {
    /// The batches of a product that can be sold on a day, oldest first, with their last days.
    package func shelf(of product: Product, on day: CivilDate) throws -> [ShelfBatch] {
        let lastDays = try all(
            """
            SELECT id, expires_on FROM batch
            WHERE product_id = ? AND quantity > 0 AND expires_on IS NOT NULL
            """, [product.id.raw],
            { row in (BatchID(row[0]), row[1] as String) })
        let byBatch = Dictionary(lastDays, uniquingKeysWith: { first, _ in first })
        return try offer(of: product, on: day).batches.map { batch in
            ShelfBatch(
                product: product, batch: batch,
                expiresOn: byBatch[batch.id].flatMap(CivilDate.init(iso:)))
        }
    }
}
