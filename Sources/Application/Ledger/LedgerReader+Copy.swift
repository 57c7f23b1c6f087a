import GRDB

extension LedgerReader {
    /// Copies the books, as they are at one moment, to a new database file that stands alone.
    ///
    /// The owner may sell meanwhile; its log keeps what it sells until the copy is whole. `progress`
    /// is told the share that is done, 0 to 1, and may throw to give up. When it throws, what there
    /// is of the copy is left for the caller to remove.
    package func copy(
        toFile path: String, progress: (Double) throws -> Void = { _ in }
    ) throws(LedgerError) {
        try read { (source: Database) throws in
            try Schema.copy(source, toFile: path, progress: progress)
        }
    }

    /// How big the copy will be, in bytes.
    package func size() throws(LedgerError) -> Int64 {
        try read { (database: Database) throws in try Schema.size(of: database) }
    }
}

extension Schema {
    /// Copies a database, within one snapshot of it, to a file that needs no log beside it.
    static func copy(
        _ source: Database, toFile path: String, progress: (Double) throws -> Void = { _ in }
    ) throws {
        do {
            let target = try DatabaseQueue(path: path)
            try withoutActuallyEscaping(progress) { progress in
                try target.writeWithoutTransaction { copy in
                    // Within one snapshot the source never changes, so no step begins anew.
                    try source.backup(to: copy, pagesPerStep: 2_048) { state in
                        let total = Double(max(state.totalPageCount, 1))
                        try progress(Double(state.completedPageCount) / total)
                    }
                    // The pages say that there is a log beside them; from now on there is none.
                    try copy.execute(sql: "PRAGMA journal_mode = DELETE")
                }
            }
            try target.close()
        } catch {
            throw LedgerError.copyFailed(file: path, reason: "\(error)")
        }
    }

    /// How big the database is, in bytes.
    static func size(of database: Database) throws -> Int64 {
        let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return pages * (try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }
}
