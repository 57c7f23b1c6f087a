import GRDB
import Linux

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// Keeps a copy of books that an earlier version wrote, before they are changed.
    ///
    /// Nothing where they are of this version or new. Throws where the disk has no room for the copy
    /// and what the change adds; nothing is left behind then.
    static func keepBeforeUpgrade(_ queue: DatabaseQueue, in folder: String) throws {
        let (isOld, size) = try queue.read { database in
            (
                try Schema.isOurs(database) && !Schema.isComplete(database),
                try Schema.size(of: database)
            )
        }
        guard isOld else { return }
        let needed = size * 2 + 1_000_000
        let free = try FreeSpace.bytes(at: folder)
        guard free >= needed else {
            throw LedgerError.noRoomToUpgrade(folder: folder, needed: needed, free: free)
        }
        let draft = "\(folder)/before-upgrade.part"
        do {
            try ShopFiles.makeDraft(draft)
            try queue.read { try Schema.copy($0, toFile: draft) }
            try MovedFile.place(draft, at: try freeName(in: folder))
        } catch {
            ShopFiles.remove(draft)
            throw error
        }
    }

    /// The owner of the folder alone gives these names, so none is taken meanwhile.
    private static func freeName(in folder: String) throws -> String {
        let names = Set(try FolderListing.names(in: folder))
        var number = 1
        while names.contains("before-upgrade-\(number).sqlite") { number += 1 }
        return "\(folder)/before-upgrade-\(number).sqlite"
    }
}
