package import Billing
import GRDB
import Storage

/// A product as the catalogue and the stock have it, for lists.
package struct ListedProduct: Hashable, Sendable {
    /// What is sold.
    package let product: Product
    /// Its codes as they are shown, in the order of their canonical forms.
    package let codes: [String]
    /// What the shop sorts it under, if anything.
    package let category: String?
    /// What of it can be sold, oldest batch first.
    package let offer: Offer
}

/// A delivery of a product as the stock has it, whether it can be sold or not.
package struct ListedBatch: Hashable, Sendable {
    /// Its row.
    package let id: BatchID
    /// The label people know it by.
    package let label: String
    /// What is left of it; below zero where goods were sold that the books did not have.
    package let quantity: Quantity
    /// What one unit cost.
    package let cost: Money
    /// What one unit sells for.
    package let price: Money
    /// What is printed on the pack, if anything.
    package let mrp: Money?
    /// When it came, as a day or a time of the shop's.
    package let receivedAt: String
    /// Its last day, if it has one.
    package let expiresOn: String?
    /// Whether it was taken off sale.
    package let isBlocked: Bool
}

extension Books {
    /// Up to `limit` products behind a row, in the order in which they were added.
    package func products(
        after id: ProductID, limit: Int, on day: CivilDate
    ) throws -> [ListedProduct] {
        let ids = try all(
            "SELECT id FROM product WHERE id > ? AND id > 0 ORDER BY id LIMIT ?", [id.raw, limit],
            { row in ProductID(row[0]) })
        return try ids.compactMap { try listedProduct(id: $0, on: day) }
    }

    /// The product of a row; nil when there is none.
    package func listedProduct(id: ProductID, on day: CivilDate) throws -> ListedProduct? {
        guard let offer = try offer(id: id, on: day) else { return nil }
        return ListedProduct(
            product: offer.product,
            codes: try all(
                "SELECT shown FROM product_code WHERE product_id = ? ORDER BY code", [id.raw],
                { $0[0] }),
            category: try first(
                "SELECT category FROM product WHERE id = ?", [id.raw],
                { row -> String? in row[0] }) ?? nil,
            offer: offer)
    }

    /// The batches of a product that hold something or owe it, oldest first.
    package func batches(of product: ProductID) throws -> [ListedBatch] {
        try all(
            """
            SELECT id, label, quantity, cost, price, mrp, received_at, expires_on, is_blocked
            FROM batch WHERE product_id = ? AND quantity <> 0 ORDER BY received_at, id
            """, [product.raw],
            { row in
                ListedBatch(
                    id: BatchID(row[0]), label: row[1], quantity: Quantity(thousandths: row[2]),
                    cost: Money(minorUnits: row[3]), price: Money(minorUnits: row[4]),
                    mrp: (row[5] as Int64?).map(Money.init(minorUnits:)), receivedAt: row[6],
                    expiresOn: row[7], isBlocked: row[8])
            })
    }

    /// Up to `limit` customers behind a row who were not deleted, in the order of their numbers.
    package func customers(after id: CustomerID, limit: Int) throws -> [Customer] {
        let numbers = try all(
            """
            SELECT number FROM customer WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?
            """, [id.raw, limit], { row -> String in row[0] })
        return try numbers.compactMap(customerRecord(number:))
    }
}
