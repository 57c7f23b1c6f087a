package import GRDB
import GRDBSQLite

/// The row that a prepared statement stands on; only for the closure that it is handed to.
///
/// GRDB's own rows learn the names of all columns anew for each query, and its arguments are boxed
/// twice, which together cost as much as a short query itself; here columns and arguments are known
/// by position. A NULL is zero or empty unless an optional is asked for.
@safe
package struct StoredRow {
    let statement: SQLiteStatement

    /// Calls `body` for each row of a prepared statement until it answers false, and leaves the
    /// statement ready for the next time.
    ///
    /// Without a result a statement is simply run. Throws SQLite's error, or what `body` throws.
    package static func forEach(
        of prepared: Statement, _ arguments: Arguments, in database: Database,
        _ body: (StoredRow) throws -> Bool
    ) throws {
        let statement = unsafe prepared.sqliteStatement
        defer { unsafe sqlite3_reset(statement) }
        for (index, value) in arguments.values.enumerated() {
            let parameter = Int32(index + 1)
            let code =
                if let value { unsafe value.bind(to: statement, at: parameter) } else {
                    unsafe sqlite3_bind_null(statement, parameter)
                }
            guard code == SQLITE_OK else { throw error(code, in: database) }
        }
        while true {
            let code = unsafe sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw error(code, in: database) }
            guard try body(unsafe StoredRow(statement: statement)) else { return }
        }
    }

    private static func error(_ code: Int32, in database: Database) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
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

    /// The bytes of a column.
    package subscript(column: Int) -> [UInt8] {
        let index = Int32(column)
        guard let bytes = unsafe sqlite3_column_blob(statement, index) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement, index))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
    }

    private func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }
}
