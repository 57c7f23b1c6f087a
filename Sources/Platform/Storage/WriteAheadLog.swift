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

    /// Waits until the disk has everything that was committed to the log.
    ///
    /// For commits made with `synchronous=NORMAL`, which leave that for later. Throws SQLite's
    /// error; whether the disk has the last commits is then unknown.
    package static func sync(for database: Database) throws(DatabaseError) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        var code = unsafe sqlite3_file_control(
            database.sqliteConnection, nil, SQLITE_FCNTL_JOURNAL_POINTER, &file)
        if code == SQLITE_OK {
            let methods = unsafe file?.pointee.pMethods?.pointee
            code = unsafe methods?.xSync(file, SQLITE_SYNC_NORMAL) ?? SQLITE_MISUSE
        }
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}
