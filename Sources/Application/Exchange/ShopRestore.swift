package import Ledger
import Linux

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Puts a backup in the place of a shop's books, which are kept beside it.
package struct ShopRestore {
    private let folder: String
    private let backup: String
    /// Where the books of now are kept.
    package let aside: String
    private let draft: String

    /// A restore of `backup` into `folder`; `time` names the books that are put aside, like
    /// `2026-11-23-1430`.
    package init(of backup: String, into folder: String, time: String) {
        (self.folder, self.backup) = (folder, backup)
        aside = "\(folder)/before-restore-\(time).sqlite"
        draft = "\(folder)/restored-\(ProcessInfo.processInfo.processIdentifier).sqlite"
    }

    /// Copies the backup, brings it up to this version, checks it, and then puts it in place.
    ///
    /// Throws `.wouldLose` unless `mayLose`. Where it throws, the shop is as it was.
    package func run(mayLose: Bool, holder: Holder) throws(BackupError) -> BackupReport {
        let source = try ShopBackup.reading { () throws(LedgerError) in
            try LedgerReader(backup: backup)
        }
        let lock: FolderLock
        do throws(LedgerError) {
            lock = try Ledger.own(folder, as: holder, patience: 10_000)
        } catch {
            throw .books(error)
        }
        let report = try replace(from: source, mayLose: mayLose)
        // Nobody else may open the books before the new ones are in their place.
        _ = consume lock
        return report
    }

    private func replace(
        from source: LedgerReader, mayLose: Bool
    ) throws(BackupError) -> BackupReport {
        do throws(BackupError) {
            try ShopBackup.makeSureOfRoom(for: source, beside: draft)
            try makeDraft(from: source)
            let check = try ShopBackup.check(draft)
            guard check.faults.isEmpty else {
                throw .backupUnsound(file: backup, faults: check.faults)
            }
            if let lost = try lostBooks(), !mayLose { throw .wouldLose(lost) }
            let bytes = try ShopBackup.reading(source.size)
            try putInPlace()
            return BackupReport(
                path: backup, bytes: bytes, bills: check.chain.bills,
                lastNumber: check.chain.lastNumber, head: check.chain.headText)
        } catch {
            ShopFiles.remove(draft)
            throw error
        }
    }

    /// Books of an earlier version are brought up to this one's in a folder of their own.
    private func makeDraft(from source: LedgerReader) throws(BackupError) {
        guard try ShopBackup.reading(source.isOlder) else {
            return try ShopBackup.makeDraft(draft, from: source)
        }
        let workshop = draft + ".migrated"
        // What stays of it is in the way of nothing.
        defer { try? FileManager.default.removeItem(atPath: workshop) }
        try ShopBackup.reading { () throws(LedgerError) in
            try Self.makeFolder(workshop)
            try source.copy(toFile: Ledger.databasePath(in: workshop))
            _ = try Ledger(folder: workshop, holder: .brief("galla restore"))
        }
        try ShopBackup.makeDraft(
            draft,
            from: try ShopBackup.reading { () throws(LedgerError) in
                try LedgerReader(folder: workshop)
            })
    }

    private static func makeFolder(_ path: String) throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false)
        } catch {
            throw .unusable(folder: path, reason: "\(error)")
        }
    }

    /// What of the books of now the backup does not have; nil where nothing would go.
    private func lostBooks() throws(BackupError) -> LostBooks? {
        let present = Ledger.databasePath(in: folder)
        guard FileManager.default.fileExists(atPath: present) else { return nil }
        do throws(LedgerError) {
            let end = try LedgerReader(backup: draft).read { try $0.end() }
            return try LedgerReader(backup: present).read { try LostBooks(of: $0, without: end) }
        } catch {
            return .unknown(reason: "\(error)")
        }
    }

    /// The log of the books of now must never be read as the log of others: it is brought
    /// into them, or where they are damaged, put aside with them.
    private func putInPlace() throws(BackupError) {
        let present = Ledger.databasePath(in: folder)
        do {
            try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: draft)
            try ReplacedFile.giveToOwner(ofFolder: folder, draft)
            if FileManager.default.fileExists(atPath: present) {
                guard try closeLog() else {
                    throw BackupError.failed(
                        path: folder, reason: "another command is reading the books; end that first"
                    )
                }
                // Whoever still reads the books of now keeps their log, and never sees the new one.
                for suffix in ["-wal", "-shm"] { try MovedFile.removeIfThere(present + suffix) }
            }
            try MovedFile.replace(present, with: draft, keepingOldAs: aside)
        } catch let error as BackupError {
            throw error
        } catch {
            throw .failed(path: aside, reason: "\(error)")
        }
    }

    private func closeLog() throws -> Bool {
        do throws(LedgerError) {
            return try Ledger.closeLog(in: folder)
        } catch {
            try MovedFile.moveIfThere(Ledger.databasePath(in: folder) + "-wal", to: aside + "-wal")
            return true
        }
    }
}
