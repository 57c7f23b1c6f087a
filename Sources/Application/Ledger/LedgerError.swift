/// The books cannot be opened, read or written; the text says what is safe and what to do.
package enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process owns the data folder.
    case owned(folder: String, by: String)
    /// The folder or a file in it cannot be used.
    case unusable(folder: String, reason: String)
    /// A file that should hold books does not, or not any more.
    case noBooks(file: String, reason: String)
    /// The database was written by a later version of Galla.
    case newer(folder: String)
    /// There is no room to keep a copy of older books before they are changed; both in bytes.
    case noRoomToUpgrade(folder: String, needed: Int64, free: Int64)
    /// A copy of the books could not be written.
    case copyFailed(file: String, reason: String)
    /// SQLite does not keep a promise that money depends on.
    case notDurable(found: String)
    /// The commit failed: whether it reached the disk is not known until the books are read again.
    case commitFailed(reason: String)
    /// Nothing was written; SQLite's reason.
    case writeFailed(reason: String)
    /// A till has given every number of the financial year.
    case seriesFull(till: Int)
    /// What is stored contradicts itself.
    case damaged(what: String)

    package var description: String {
        switch self {
        case .owned(let folder, let holder):
            "The shop in \(folder) is in use by \(holder). Close that first; nothing was changed."
        case .unusable(let folder, let reason):
            "The shop's folder \(folder) cannot be used: \(reason)."
        case .noBooks(let file, let reason):
            "\(file) cannot be read as a shop's books: \(reason). Nothing was changed."
        case .newer(let folder):
            "The shop in \(folder) was written by a newer Galla. Install that version; "
                + "nothing was changed."
        case .noRoomToUpgrade(let folder, let needed, let free):
            "The shop in \(folder) is of an older Galla and is copied before it is changed. That "
                + "needs \(ShopFiles.text(bytes: needed)); \(ShopFiles.text(bytes: free)) are free. "
                + "Make room and start again; nothing was changed."
        case .copyFailed(let file, let reason):
            "\(file) could not be written: \(reason). Nothing of it is left; the shop is as it was."
        case .notDurable(let found):
            "SQLite refused full durability (synchronous is \(found)); no sale would be safe, "
                + "so nothing was opened."
        case .commitFailed(let reason):
            reason
        case .writeFailed(let reason):
            "The books could not be written: \(reason). Nothing was changed."
        case .seriesFull(let till):
            "till \(till) has given the last number of this financial year; sell at another till"
        case .damaged(let what):
            "The books contradict themselves: \(what). Stop selling and restore a backup."
        }
    }
}
