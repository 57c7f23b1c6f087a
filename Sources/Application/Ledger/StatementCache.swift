import GRDB

/// The prepared statements of one connection, found by their text without reading it.
///
/// GRDB finds its own by a hash over the whole text, which for a sale is a tenth of the work. Here
/// the hash is of the length and the last bytes; texts that are one literal are then compared by
/// their address.
final class StatementCache {
    private struct Key: Hashable {
        let sql: String

        func hash(into hasher: inout Hasher) {
            let text = sql.utf8
            var end: UInt64 = 0
            for byte in text.suffix(8) { end = end << 8 | UInt64(byte) }
            hasher.combine(text.count)
            hasher.combine(end)
        }
    }

    private var statements: [Key: Statement] = [:]

    /// The statement of a text, prepared now if it was not before.
    func statement(_ sql: String, in database: Database) throws -> Statement {
        if let known = statements[Key(sql: sql)] { return known }
        let statement = try database.cachedStatement(sql: sql)
        statements[Key(sql: sql)] = statement
        return statement
    }

    /// Lets all of them go; before the connection closes, which else refuses to.
    func empty() { statements = [:] }
}
