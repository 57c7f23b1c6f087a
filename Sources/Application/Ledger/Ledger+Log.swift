import GRDB

extension Ledger {
    /// Brings everything that is in the log of a folder's books into their file, which then stands alone.
    ///
    /// For the owner of the folder whose books are not open; who opens them next begins a new log.
    /// Answers false when a reader holds the log; throws when the file cannot be opened. File and log
    /// are then as they were.
    package static func closeLog(in folder: String) throws(LedgerError) -> Bool {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(
                path: databasePath(in: folder), configuration: configuration)
            do {
                try queue.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA journal_mode = DELETE")
                }
            } catch DatabaseError.SQLITE_BUSY {
                return false
            }
            try queue.close()
            return true
        } catch {
            throw .unusable(folder: folder, reason: "\(error)")
        }
    }
}
