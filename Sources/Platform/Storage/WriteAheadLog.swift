package import GRDB
import GRDBSQLite

/// SQLite's controls over a database file that GRDB does not offer.
package enum WriteAheadLog {
    /// Keeps the write-ahead log when the last connection closes.
    ///
    /// Without it, a reader cannot open the database in a folder that it may not write.
    /// Throws SQLite's error; the connection is as usable as before.
    package static func persist(for database: Database) throws(DatabaseError) {
        var isOn: Int32 = 1
        let code = unsafe sqlite3_file_control(
            database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &isOn)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
