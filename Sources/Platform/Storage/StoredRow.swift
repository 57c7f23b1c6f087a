package import GRDB
import GRDBSQLite

/// The row that a prepared statement stands on; only for the closure that it is handed to.
///
/// GRDB's own `Row` learns the names of all columns anew for each query, which costs as much as a
/// short query itself; here columns are known by position. A NULL is zero or empty unless an
/// optional is asked for.
@safe
package struct StoredRow {
    private let statement: SQLiteStatement

    /// Calls `body` for each row of a prepared statement whose arguments are set, until it answers
    /// false, and leaves the statement ready for the next time.
    ///
    /// Throws SQLite's error, or what `body` throws.
    package static func forEach(
        of prepared: Statement, in database: Database, _ body: (StoredRow) throws -> Bool
    ) throws {
        let statement = unsafe prepared.sqliteStatement
        defer { unsafe sqlite3_reset(statement) }
        while true {
            let code = unsafe sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
            }
            guard try body(unsafe StoredRow(statement: statement)) else { return }
        }
    }

    /// The integer of a column.
    package subscript(column: Int) -> Int64 {
        unsafe sqlite3_column_int64(statement, Int32(column))
    }

    /// The integer of a column, as a number of things.
    package subscript(column: Int) -> Int { Int(self[column] as Int64) }

    /// Whether the integer of a column is not zero.
    package subscript(column: Int) -> Bool { self[column] as Int64 != 0 }

    /// The text of a column.
    package subscript(column: Int) -> String {
        let index = Int32(column)
        guard let text = unsafe sqlite3_column_text(statement, index) else { return "" }
        let count = unsafe Int(sqlite3_column_bytes(statement, index))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    /// The integer of a column, nil for NULL.
    package subscript(column: Int) -> Int64? { isNull(column) ? nil : self[column] as Int64 }

    /// The text of a column, nil for NULL.
    package subscript(column: Int) -> String? { isNull(column) ? nil : self[column] as String }

    private func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }
}
