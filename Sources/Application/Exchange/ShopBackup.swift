import Ledger
import Linux
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Copies a shop's books to a file while the till sells, and reads the copy back.
package enum ShopBackup {
    /// Writes the books of one moment to a file that was not there.
    ///
    /// The copy is made under another name, checked from end to end, and only then gets its own: a
    /// file with the backup's name is a backup. `leaving` bytes stay free on its disk. `goesOn` is
    /// asked every so often; when it says no, `.interrupted` is thrown. When it throws, nothing of
    /// the copy is left, but for `.unsound`, which names what it kept.
    package static func make(
        of folder: String, at path: String, leaving spare: Int64 = 0,
        while goesOn: () -> Bool = { true }
    ) throws(BackupError) -> BackupReport {
        guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path) }
        let draft = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
        let reader = try reading { () throws(LedgerError) in try LedgerReader(folder: folder) }
        try makeSureOfRoom(for: reader, beside: path, leaving: spare)
        do throws(BackupError) {
            try makeDraft(draft, from: reader, while: goesOn)
            let check = try check(draft, while: goesOn)
            guard check.faults.isEmpty else {
                let kept = path + ".damaged"
                try place(draft, at: kept)
                throw .unsound(faults: check.faults, keptAs: kept)
            }
            let copy = try reading { () throws(LedgerError) in try LedgerReader(backup: draft) }
            let report = BackupReport(
                path: path, bytes: try reading(copy.size), bills: check.chain.bills,
                lastNumber: check.chain.lastNumber, head: check.chain.headText)
            try place(draft, at: path)
            return report
        } catch {
            ShopFiles.remove(draft)
            throw error
        }
    }

    /// Copies the books to a file that only the shop's group may read.
    static func makeDraft(
        _ draft: String, from reader: LedgerReader, while goesOn: () -> Bool = { true }
    ) throws(BackupError) {
        do {
            try ShopFiles.makeDraft(draft)
        } catch {
            throw .failed(path: draft, reason: "\(error)")
        }
        try reading { () throws(LedgerError) in
            try reader.copy(toFile: draft) { _ in
                guard goesOn() else { throw CancellationError() }
            }
        }
    }

    /// Looks through a copy from end to end.
    static func check(
        _ file: String, while goesOn: () -> Bool = { true }
    ) throws(BackupError) -> BooksCheck {
        let reader = try reading { () throws(LedgerError) in try LedgerReader(backup: file) }
        var check = BooksCheck()
        check.run(in: reader, while: goesOn)
        guard check.isDone else { throw .interrupted }
        return check
    }

    /// Room for the copy, and a tenth more for what is sold until it is whole.
    static func makeSureOfRoom(
        for reader: LedgerReader, beside path: String, leaving spare: Int64 = 0
    ) throws(BackupError) {
        let folder = ReplacedFile.folder(of: path)
        let needed = try reading(reader.size) / 10 * 11 + 1_000_000 + spare
        let free: Int64
        do {
            free = try FreeSpace.bytes(at: folder)
        } catch {
            throw .failed(path: folder, reason: "\(error)")
        }
        guard free >= needed else { throw .noRoom(folder: folder, needed: needed, free: free) }
    }

    private static func place(_ draft: String, at path: String) throws(BackupError) {
        do {
            try MovedFile.place(draft, at: path)
        } catch {
            throw error == .fileExists ? .exists(path) : .failed(path: path, reason: "\(error)")
        }
    }

    /// Passes an error of the books on as ours.
    static func reading<Answer>(
        _ body: () throws(LedgerError) -> Answer
    ) throws(BackupError) -> Answer {
        do throws(LedgerError) {
            return try body()
        } catch {
            throw .books(error)
        }
    }
}
