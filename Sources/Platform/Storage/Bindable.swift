import GRDBSQLite

/// A value that can be an argument of a prepared statement.
package protocol Bindable {
    /// Binds the value to the parameter of this number, from 1; answers SQLite's result.
    func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32
}

extension Int64: Bindable {
    /// Binds the integer.
    package func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, parameter, self)
    }
}

extension Int: Bindable {
    /// Binds the integer.
    package func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32 {
        unsafe Int64(self).bind(to: statement, at: parameter)
    }
}

extension Bool: Bindable {
    /// Binds 1 or 0.
    package func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32 {
        unsafe Int64(self ? 1 : 0).bind(to: statement, at: parameter)
    }
}

extension String: Bindable {
    /// Binds a copy of the text as UTF-8.
    package func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32 {
        // SQLITE_TRANSIENT, a macro that Swift cannot see: SQLite copies the text before it returns.
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        var text = self
        return text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe sqlite3_bind_text(
                    statement, parameter, bytes.baseAddress, Int32(bytes.count), transient)
            }
        }
    }
}

extension [UInt8]: Bindable {
    /// Binds a copy of the bytes as a BLOB.
    package func bind(to statement: OpaquePointer, at parameter: Int32) -> Int32 {
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return unsafe withUnsafeBytes { bytes in
            unsafe sqlite3_bind_blob(
                statement, parameter, bytes.baseAddress, Int32(bytes.count), transient)
        }
    }
}
