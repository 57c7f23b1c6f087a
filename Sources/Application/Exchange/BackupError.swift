package import Ledger

/// A backup that was not made, or not put back; the text says what is safe and what to do.
package enum BackupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is a file of that name.
    case exists(String)
    /// The file system has too little room; both in bytes.
    case noRoom(folder: String, needed: Int64, free: Int64)
    /// A file could not be made, moved or looked at.
    case failed(path: String, reason: String)
    /// It was given up because the program ends.
    case interrupted
    /// The books could not be read or copied.
    case books(LedgerError)
    /// The books that were copied are damaged; the copy is kept under another name.
    case unsound(faults: [BooksFault], keptAs: String)
    /// The backup to be put back is damaged.
    case backupUnsound(file: String, faults: [BooksFault])
    /// Putting the backup back would take something away.
    case wouldLose(LostBooks)

    package var description: String {
        switch self {
        case .exists(let path):
            "\(path) is there already and was left as it is. Name another file."
        case .noRoom(let folder, let needed, let free):
            "\(folder) has room for \(ShopFiles.text(bytes: free)), and "
                + "\(ShopFiles.text(bytes: needed)) are needed. Nothing was written; make room or name another disk."
        case .failed(let path, let reason): "\(path): \(reason). The shop is as it was."
        case .interrupted:
            "The backup was given up because the program ends. Nothing of it is left."
        case .books(let error): error.description
        case .unsound(let faults, let path):
            "The shop's books are damaged: \(Self.list(faults)). The copy is no backup; it is kept "
                + "as \(path) for whoever repairs them. Stop selling and restore the last good backup."
        case .backupUnsound(let file, let faults):
            "\(file) is damaged: \(Self.list(faults)). The shop is as it was; take another backup."
        case .wouldLose(let lost):
            "\(lost). Nothing was changed. Add --yes to do it all the same: the books of now are "
                + "kept beside the new ones. Their numbers would be given again, so give the till "
                + "another number ([till] number) in the configuration first."
        }
    }

    private static func list(_ faults: [BooksFault]) -> String {
        let shown = faults.prefix(3).map(\.description).joined(separator: "; ")
        return faults.count > 3 ? "\(shown); and \(faults.count - 3) more" : shown
    }
}
