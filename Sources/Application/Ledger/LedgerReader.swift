import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The shop's books, read by a command beside the process that owns them.
///
/// Never writes and never checkpoints; every read is one short snapshot.
package struct LedgerReader: Sendable {
    let queue: DatabaseQueue
    private let unusable: @Sendable (any Error) -> LedgerError

    /// Opens the books of a folder for reading; throws when there are none or they are newer.
    package init(folder: String) throws(LedgerError) {
        let path = Ledger.databasePath(in: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw .unusable(folder: folder, reason: "there is no shop in it")
        }
        try self.init(path: path) { .unusable(folder: folder, reason: "\($0)") }
        guard try !read(Schema.isNewer) else { throw LedgerError.newer(folder: folder) }
    }

    /// Opens books in a file that nobody sells from, such as a backup.
    ///
    /// Throws when it holds no books, or such as a later version of Galla wrote. Books of an earlier
    /// version are opened as they are: `isOlder`.
    package init(backup file: String) throws(LedgerError) {
        guard FileManager.default.fileExists(atPath: file) else {
            throw .noBooks(file: file, reason: "it is not there")
        }
        try self.init(path: file) { .noBooks(file: file, reason: "\($0)") }
        guard try read(Schema.isOurs) else {
            throw .noBooks(file: file, reason: "it is a database of something else")
        }
        guard try !read(Schema.isNewer) else { throw LedgerError.newer(folder: file) }
    }

    private init(
        path: String, unusable: @escaping @Sendable (any Error) -> LedgerError
    ) throws(LedgerError) {
        self.unusable = unusable
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw unusable(error)
        }
    }

    /// Whether an earlier version of Galla wrote the books, which must be brought up to this one's
    /// before they can be asked.
    package func isOlder() throws(LedgerError) -> Bool {
        try read { try !Schema.isComplete($0) }
    }

    /// Runs `body` over one snapshot of the books.
    package func read<Answer>(_ body: (Books) throws -> Answer) throws(LedgerError) -> Answer {
        try read { database in try body(Books(database: database, plan: try ChainPlan(database))) }
    }

    /// Runs `body` over one snapshot of the file.
    func read<Answer>(_ body: (Database) throws -> Answer) throws(LedgerError) -> Answer {
        do {
            return try queue.read(body)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw unusable(error)
        }
    }
}
