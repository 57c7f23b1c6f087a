import GRDB
import Storage

extension Books {
    /// The tables that hold rows of their own.
    func tableNames() throws -> [String] {
        try all(
            """
            SELECT name FROM sqlite_schema
            WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY name DESC
            """, [], { $0[0] })
    }

    /// What SQLite finds wrong in a table and its indexes, in its own words.
    func integrityFaults(of table: String, limit: Int) throws -> [String] {
        let lines = try String.fetchAll(
            database, sql: "PRAGMA integrity_check('\(table)')")
        return lines == ["ok"] ? [] : Array(lines.prefix(limit))
    }

    /// The tables that rows of this one name in vain, and how many rows do.
    func danglingReferences(of table: String) throws -> [(missing: String, rows: Int)] {
        let parents = try Row.fetchAll(
            database, sql: "PRAGMA foreign_key_check('\(table)')"
        ).map { row -> String in row[2] }
        return Dictionary(grouping: parents, by: \.self).map { ($0.key, $0.value.count) }
            .sorted { $0.missing < $1.missing }
    }

    /// Hands on movements in the order of their making; answers how many there were.
    func forEachMovement(
        after id: Int64, limit: Int,
        _ body: (_ id: Int64, _ batch: Int64, _ quantity: Int64) -> Void
    ) throws -> Int {
        var count = 0
        try forEach(
            "SELECT id, batch_id, quantity FROM stock_movement WHERE id > ? ORDER BY id LIMIT ?",
            [id, limit]
        ) { row in
            body(row[0], row[1], row[2])
            count += 1
            return true
        }
        return count
    }

    /// Hands on what every batch holds; answers how many there are.
    func forEachBatch(_ body: (_ batch: Int64, _ quantity: Int64) -> Void) throws -> Int {
        var count = 0
        try forEach("SELECT id, quantity FROM batch", []) { row in
            body(row[0], row[1])
            count += 1
            return true
        }
        return count
    }

    /// The highest number that a customer has, and the last that the counter has given.
    func customerNumbers() throws -> (highest: Int64, given: Int64) {
        let highest = try first(
            "SELECT ifnull(max(CAST(substr(number, 5) AS INTEGER)), 0) FROM customer", []
        ) { row -> Int64 in row[0] }
        let given = try first("SELECT value FROM counter WHERE name = 'customer'", []) {
            row -> Int64 in row[0]
        }
        return (highest ?? 0, given ?? 0)
    }
}
