import Dispatch
import GRDB
package import Linux
import Storage
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The shop's books, open in the one process that owns them.
///
/// One connection writes and checkpoints. `synchronous=FULL` is set after opening (GRDB lowers it
/// while it opens) and read back; a ledger that is not durable is refused.
package final class Ledger: Sendable {
    /// The folder that holds `galla.sqlite`.
    package let folder: String
    private let lock: FolderLock
    private let connection: Mutex<Connection>

    /// The writing connection, and what was learnt of its schema.
    private struct Connection {
        let queue: DatabaseQueue
        let log: LogFile
        let plan: ChainPlan
        let statements: StatementCache

        /// Closes it; throws when something of it is still in use.
        func close() throws {
            queue.inDatabase { _ in statements.empty() }
            try queue.close()
        }
    }

    /// Becomes the owner of a data folder, making it and its database if they are not there.
    ///
    /// Throws `.owned` when another process has the folder; one that has it for a moment only is
    /// waited for up to `patience` milliseconds. Nothing is left behind on failure but an empty
    /// folder.
    package convenience init(
        folder: String, holder: Holder, patience: Int32 = 0
    ) throws(LedgerError) {
        let lock = try Self.own(folder, as: holder, patience: patience)
        try self.init(folder: folder, lock: lock)
    }

    /// Becomes the owner of a data folder, made if it is not there, without opening its books.
    ///
    /// For who puts other books in their place. Throws as `init` does.
    package static func own(
        _ folder: String, as holder: Holder, patience: Int32
    ) throws(LedgerError) -> FolderLock {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o2770])
        } catch {
            throw .unusable(folder: folder, reason: "it cannot be made (\(error))")
        }
        do throws(FolderLock.Refusal) {
            return try FolderLock.take(
                path: folder + "/owner.lock", holder: holder.line, patience: patience,
                whereHolder: Holder.isBrief)
        } catch {
            switch error {
            case .held(let holder): throw .owned(folder: folder, by: holder)
            case .failed(let path, let reason):
                throw .unusable(folder: folder, reason: "\(path): \(reason)")
            }
        }
    }

    private init(folder: String, lock: consuming FolderLock) throws(LedgerError) {
        self.folder = folder
        self.lock = lock
        connection = Mutex(try Self.open(folder))
    }

    /// The file name of a folder's database.
    package static func databasePath(in folder: String) -> String { folder + "/galla.sqlite" }

    private static func open(_ folder: String) throws(LedgerError) -> Connection {
        do {
            try createWithGroupRights(databasePath(in: folder))
            var configuration = Configuration()
            configuration.label = "ledger"
            // A raised priority is refused to a process without privileges, and said in the journal.
            configuration.qos = .default
            configuration.journalMode = .wal
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(
                path: databasePath(in: folder), configuration: configuration)
            guard try !queue.read(Schema.isNewer) else { throw LedgerError.newer(folder: folder) }
            try keepBeforeUpgrade(queue, in: folder)
            try Schema.migrate(queue)
            try queue.inDatabase(makeDurable)
            return Connection(
                queue: queue, log: LogFile(of: databasePath(in: folder)),
                plan: try queue.inDatabase(ChainPlan.init),
                statements: StatementCache())
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unusable(folder: folder, reason: "\(error)")
        }
    }

    /// Makes an empty database file that the shop's group may read and write.
    ///
    /// Only where there is none: a file that SQLite has open must not be opened beside it.
    private static func createWithGroupRights(_ path: String) throws(LedgerError) {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { return }
        guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o660])
        else { throw .unusable(folder: path, reason: "it cannot be written to") }
    }

    /// What SQLite may keep of the file in memory.
    ///
    /// With a million products that is the inner pages of its trees, so that each scan reads leaves
    /// only; SQLite's own 2 MB are too few for it.
    private static let cacheKibibytes = 8_192

    private static func makeDurable(_ database: Database) throws {
        try WriteAheadLog.persist(for: database)
        try database.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
        // What a savepoint may have to put back; SQLite would write it into a file, page by page,
        // as soon as a few sales share a transaction.
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        let found = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard found == 2 else {
            throw LedgerError.notDurable(found: found.map(String.init) ?? "unknown")
        }
    }

    /// When the disk must have what a transaction writes.
    package enum Durability: Hashable, Sendable {
        /// Before anybody is told: money, numbers, stock, print jobs.
        case beforeAnswer
        /// Right after the answer, by `syncLog`: the open bill, which a crash of the process does
        /// not lose and of which a power cut may take the last scan.
        case afterAnswer
    }

    /// Runs `body` in one transaction: all of it is written, or nothing is.
    ///
    /// Errors of `body` are passed on after the roll-back. A failed commit throws
    /// `LedgerError.commitFailed`; whether it reached the disk is then unknown: `reopen` and look.
    package func transaction<Answer>(
        _ durability: Durability = .beforeAnswer, _ body: (Books) throws -> Answer
    ) throws -> Answer {
        let connection = connection.withLock { $0 }
        return try connection.queue.inDatabase { database in
            let books = Books(
                database: database, plan: connection.plan, statements: connection.statements)
            guard durability == .afterAnswer else { return try Self.commit(body, in: books) }
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            let answer = Result { try Self.commit(body, in: books) }
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try answer.get()
        }
    }

    /// Waits until the disk has what was committed `afterAnswer`.
    package func syncLog() throws {
        let queue = connection.withLock { $0.queue }
        try queue.inDatabase { try WriteAheadLog.sync(for: $0) }
    }

    /// The same from another thread, while this one goes on writing: waits on the log's file itself.
    ///
    /// Throws `commitFailed`; whether the disk has the last commits is then unknown.
    package func syncLogAside() throws(LedgerError) {
        do {
            try connection.withLock { $0.log }.sync()
        } catch {
            throw .commitFailed(reason: "\(error)")
        }
    }

    private static func commit<Answer>(
        _ body: (Books) throws -> Answer, in books: Books
    ) throws -> Answer {
        try books.run("BEGIN DEFERRED TRANSACTION")
        var isDone = false
        do {
            let answer = try body(books)
            isDone = true
            try books.run("COMMIT TRANSACTION")
            return answer
        } catch {
            // After some errors SQLite has rolled back already; where it cannot, the connection is
            // dropped by whoever hears of the error.
            if books.database.isInsideTransaction { try? books.database.rollback() }
            throw isDone ? LedgerError.commitFailed(reason: "\(error)") : error
        }
    }

    /// What SQLite says of `synchronous` on the writing connection; 2 is FULL.
    package func synchronousMode() throws -> Int? {
        let queue = connection.withLock { $0.queue }
        return try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    /// Closes the connection; nothing may be asked of the books from then on.
    ///
    /// Throws when something of it is still in use. The folder stays owned until the ledger goes.
    package func close() throws {
        try connection.withLock { try $0.close() }
    }

    /// Drops the connection and opens a new one, so that what is read next is what the disk has.
    package func reopen() throws(LedgerError) {
        try connection.withLock { connection throws(LedgerError) in
            // A connection in trouble may refuse to close; the new one does not depend on it.
            try? connection.close()
            connection = try Self.open(folder)
            Self.forgetRest(of: connection.queue)
        }
    }

    /// Writes over what a commit that failed may have left at the end of the log.
    ///
    /// As long as a reader keeps SQLite's index of the log, that rest is not seen, and whoever asks
    /// is told that nothing was written; the next start reads the log anew and would find it.
    private static func forgetRest(of queue: DatabaseQueue) {
        // A disk that refuses this leaves what is unknown as unknown as it was.
        try? queue.inDatabase { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            try database.execute(sql: "PRAGMA user_version = \((version + 1) % 1_000_000)")
        }
    }
}
