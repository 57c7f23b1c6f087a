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
    private let queue: DatabaseQueue
    private let folder: String

    /// Opens the books of a folder for reading; throws when there are none or they are newer.
    package init(folder: String) throws(LedgerError) {
        let path = Ledger.databasePath(in: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw .unusable(folder: folder, reason: "there is no shop in it")
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            self.folder = folder
            guard try !queue.read(Schema.isNewer) else { throw LedgerError.newer(folder: folder) }
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unusable(folder: folder, reason: "\(error)")
        }
    }

    /// Runs `body` over one snapshot of the books.
    package func read<Answer>(_ body: (Books) throws -> Answer) throws(LedgerError) -> Answer {
        do {
            return try queue.read { database in
                try body(Books(database: database, plan: try ChainPlan(database)))
            }
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unusable(folder: folder, reason: "\(error)")
        }
    }
}
