import GRDBSQLite

extension StoredRow {
    /// Appends every column that is not NULL, with its name and its type, to bytes to be hashed.
    ///
    /// A value is its name and a zero byte, its type (I, R, T, B) and eight bytes: the integer or
    /// the bits of the float, or the length of the text or blob that follows. All numbers have their
    /// highest byte first. No two different rows of columns have the same bytes, and a column that
    /// is added later, and is NULL in old rows, changes nothing.
    package func encode(into bytes: inout [UInt8]) {
        for column in unsafe 0..<sqlite3_column_count(statement) {
            let type = unsafe sqlite3_column_type(statement, column)
            guard type != SQLITE_NULL else { continue }
            appendName(column, to: &bytes)
            switch type {
            case SQLITE_INTEGER:
                bytes.append(0x49)
                let value = unsafe sqlite3_column_int64(statement, column)
                Self.append(UInt64(bitPattern: value), to: &bytes)
            case SQLITE_FLOAT:
                bytes.append(0x52)
                let value = unsafe sqlite3_column_double(statement, column)
                Self.append(value.bitPattern, to: &bytes)
            default:
                bytes.append(type == SQLITE_TEXT ? 0x54 : 0x42)
                appendContent(column, to: &bytes)
            }
        }
    }

    private func appendName(_ column: Int32, to bytes: inout [UInt8]) {
        guard var letter = unsafe sqlite3_column_name(statement, column) else { return }
        while unsafe letter.pointee != 0 {
            unsafe bytes.append(UInt8(bitPattern: letter.pointee))
            unsafe letter += 1
        }
        bytes.append(0)
    }

    private func appendContent(_ column: Int32, to bytes: inout [UInt8]) {
        let content = unsafe sqlite3_column_blob(statement, column)
        let count = unsafe Int(sqlite3_column_bytes(statement, column))
        Self.append(UInt64(count), to: &bytes)
        guard let content = unsafe content else { return }
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: content, count: count))
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }
}
