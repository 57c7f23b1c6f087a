package import Billing
import GRDB
import Storage

extension Books {
    /// The products that have a text in their name or in a code, and what there is to sell of them.
    ///
    /// At most `limit`, names that begin with it first, codes last; `hasMore` tells whether others
    /// were left out. Upper and lower case are one in ASCII. A product without a code has an empty
    /// one. Names are looked up in an index of their letters by threes. A part of a code is looked
    /// for only where names do not fill the list, and inside a code only for a text with a digit:
    /// with a million codes that takes some 0.2 s.
    package func search(
        _ text: Text, limit: Int, on day: CivilDate
    ) throws -> (offers: [Offer], hasMore: Bool) {
        var ids: [Int64] = []
        for look in [beginnings, parts, codes] where ids.count <= limit {
            for id in try look(text.string, limit + 1) where !ids.contains(id) { ids.append(id) }
        }
        let products = try ids.prefix(limit).map { try product($0, found: text.string, on: day) }
        let offers = try products.map { try offer(of: $0, on: day) }
        return (offers, ids.count > limit)
    }

    /// Puts up to `limit` names that were added since into the index; answers whether more wait.
    ///
    /// What waits is found all the same, name by name. Indexing a million names takes some seconds
    /// in large steps and half a minute one by one, so an import calls this when its rows are in.
    package func indexNames(limit: Int = 50_000) throws -> Bool {
        let mark = try nameMark()
        let last = try first(
            "SELECT max(id) FROM (SELECT id FROM product WHERE id > ? ORDER BY id LIMIT ?)",
            [mark, limit], { row -> Int64? in row[0] })
        guard let last = last ?? nil, last > mark else { return false }
        try run(
            """
            INSERT INTO product_name (rowid, name)
            SELECT id, char(1) || name FROM product WHERE id > ? AND id <= ? ORDER BY id
            """, [mark, last])
        try run(
            """
            INSERT INTO counter (name, value) VALUES ('product-names', ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, [last])
        return try first("SELECT 1 FROM product WHERE id > ? LIMIT 1", [last], { _ in true })
            ?? false
    }

    /// The last product whose name is in the index.
    private func nameMark() throws -> Int64 {
        try first("SELECT value FROM counter WHERE name = 'product-names'", [], { $0[0] }) ?? 0
    }

    /// Products whose name begins with a text.
    private func beginnings(_ text: String, _ limit: Int) throws -> [Int64] {
        try names(like: Self.escaped(text) + "%", having: "\u{1}" + text, limit)
    }

    /// Products with a text anywhere in their name.
    private func parts(_ text: String, _ limit: Int) throws -> [Int64] {
        try names(like: "%" + Self.escaped(text) + "%", having: text, limit)
    }

    private func names(like pattern: String, having text: String, _ limit: Int) throws -> [Int64] {
        guard let threes = Self.threes(of: text) else {
            return try all(
                "SELECT id FROM product WHERE name LIKE ? ESCAPE '\\' AND id > 0 LIMIT ?",
                [pattern, limit], { $0[0] })
        }
        return try all(
            """
            SELECT * FROM (
                SELECT p.id FROM product_name n JOIN product p ON p.id = n.rowid
                WHERE n.product_name MATCH ?2 AND p.name LIKE ?1 ESCAPE '\\' AND p.id > 0 LIMIT ?3)
            UNION ALL SELECT * FROM (
                SELECT id FROM product
                WHERE id > ?4 AND name LIKE ?1 ESCAPE '\\' AND id > 0 LIMIT ?3)
            LIMIT ?3
            """, [pattern, threes, limit, try nameMark()], { $0[0] })
    }

    /// What finds a text in the index: letters by threes that cover it; nil when it has not three.
    private static func threes(of text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= 3 else { return nil }
        let starts = Array(stride(from: 0, to: scalars.count - 3, by: 3)) + [scalars.count - 3]
        let terms = starts.map { start in
            var term = String.UnicodeScalarView()
            for scalar in scalars[start..<start + 3] {
                term.append(scalar)
                // A quotation mark within one is written twice.
                if scalar == "\"" { term.append(scalar) }
            }
            return "\"\(String(term))\""
        }
        return terms.joined(separator: " AND ")
    }

    /// Products with a code that begins with a text, or has it inside if a digit is in it.
    private func codes(_ text: String, _ limit: Int) throws -> [Int64] {
        guard !text.contains(where: \.isWhitespace) else { return [] }
        if text.utf8.contains(where: { 48...57 ~= $0 }) {
            return try all(
                """
                SELECT DISTINCT product_id FROM product_code
                WHERE shown LIKE ?1 ESCAPE '\\' OR code LIKE ?1 ESCAPE '\\' LIMIT ?2
                """, ["%" + Self.escaped(text) + "%", limit], { $0[0] })
        }
        return try all(
            """
            SELECT product_id FROM product_code WHERE code >= ?1 AND code < ?1 || char(0x10FFFF)
            UNION SELECT product_id FROM product_code
            WHERE code >= ?2 AND code < ?2 || char(0x10FFFF) LIMIT ?3
            """, [text.lowercased(), text.uppercased(), limit], { $0[0] })
    }

    /// A product with the code that a search found, else its first.
    private func product(
        _ id: Int64, found text: String, on day: CivilDate
    ) throws -> Product {
        let product = try first(
            """
            SELECT p.id, coalesce((
                SELECT c.shown FROM product_code c WHERE c.product_id = p.id
                ORDER BY c.shown LIKE ?1 ESCAPE '\\' DESC, c.code LIMIT 1), ''),
                \(Self.productColumns)
            FROM product p WHERE p.id = ?3
            """, ["%" + Self.escaped(text) + "%", day.iso, id],
            { try self.product(from: $0, on: day) })
        guard let product else { throw LedgerError.damaged(what: "product \(id) is gone") }
        return product
    }

    /// A text in which LIKE sees no wildcard.
    static func escaped(_ text: String) -> String {
        // By scalar: a wildcard under a combining mark is another character, and a wildcard still.
        text.unicodeScalars.reduce(into: "") { pattern, scalar in
            if scalar == "%" || scalar == "_" || scalar == "\\" { pattern.append("\\") }
            pattern.unicodeScalars.append(scalar)
        }
    }
}
