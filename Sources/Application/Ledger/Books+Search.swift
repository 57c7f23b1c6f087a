package import Billing
import GRDB
import Storage

extension Books {
    /// The products that have a text in their name or in a code, and what there is to sell of them.
    ///
    /// At most `limit`, names that begin with it first, codes last; `hasMore` tells whether others
    /// were left out. Upper and lower case are one in ASCII. A product without a code has an empty
    /// one. Reads the whole catalogue where few match: some 0.3 s with a million products.
    package func search(
        _ text: Text, limit: Int, on day: CivilDate
    ) throws -> (offers: [Offer], hasMore: Bool) {
        // Each of the three looks stops at its limit; one ordered look would read every product.
        let pattern = Self.escaped(text.string)
        let found = try all(
            """
            WITH hit (id, place) AS (
                SELECT * FROM (
                    SELECT id, 0 FROM product WHERE name LIKE ?2 ESCAPE '\\' LIMIT ?3)
                UNION ALL SELECT * FROM (
                    SELECT id, 1 FROM product WHERE name LIKE ?1 ESCAPE '\\' LIMIT ?3)
                UNION ALL SELECT * FROM (
                    SELECT DISTINCT product_id, 2 FROM product_code
                    WHERE shown LIKE ?1 ESCAPE '\\' OR code LIKE ?1 ESCAPE '\\' LIMIT ?3))
            SELECT p.id, p.name, p.unit, coalesce((
                SELECT c.shown FROM product_code c WHERE c.product_id = p.id
                ORDER BY c.shown LIKE ?1 ESCAPE '\\' DESC, c.code LIMIT 1), '')
            FROM (
                SELECT id, min(place) AS place FROM hit GROUP BY id ORDER BY place, id LIMIT ?3) h
            JOIN product p ON p.id = h.id ORDER BY h.place, h.id
            """, ["%" + pattern + "%", pattern + "%", limit + 1],
            { row in
                Product(
                    id: ProductID(row[0]), barcode: row[3], name: row[1],
                    unit: Product.Unit(row[2]))
            })
        let offers = try found.prefix(limit).map { try offer(of: $0, on: day) }
        return (offers, found.count > limit)
    }

    /// A text in which LIKE sees no wildcard.
    private static func escaped(_ text: String) -> String {
        // By scalar: a wildcard under a combining mark is another character, and a wildcard still.
        text.unicodeScalars.reduce(into: "") { pattern, scalar in
            if scalar == "%" || scalar == "_" || scalar == "\\" { pattern.append("\\") }
            pattern.unicodeScalars.append(scalar)
        }
    }
}
