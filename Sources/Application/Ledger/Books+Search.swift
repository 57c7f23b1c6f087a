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
                    SELECT id, 0 FROM product
                    WHERE name LIKE ?4 ESCAPE '\\' AND id <> 0 LIMIT ?3)
                UNION ALL SELECT * FROM (
                    SELECT id, 1 FROM product
                    WHERE name LIKE ?1 ESCAPE '\\' AND id <> 0 LIMIT ?3)
                UNION ALL SELECT * FROM (
                    SELECT DISTINCT product_id, 2 FROM product_code
                    WHERE shown LIKE ?1 ESCAPE '\\' OR code LIKE ?1 ESCAPE '\\' LIMIT ?3))
            SELECT p.id, coalesce((
                SELECT c.shown FROM product_code c WHERE c.product_id = p.id
                ORDER BY c.shown LIKE ?1 ESCAPE '\\' DESC, c.code LIMIT 1), ''),
                \(Self.productColumns)
            FROM (
                SELECT id, min(place) AS place FROM hit GROUP BY id ORDER BY place, id LIMIT ?3) h
            JOIN product p ON p.id = h.id ORDER BY h.place, h.id
            """, ["%" + pattern + "%", day.iso, limit + 1, pattern + "%"],
            { try product(from: $0, on: day) })
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
