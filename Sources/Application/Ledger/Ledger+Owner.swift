import Linux

extension Ledger {
    /// What the owner of a data folder says of itself; nil when nobody owns it now.
    package static func owner(of folder: String) -> String? {
        FolderLock.holder(ofPath: folder + "/owner.lock")
    }
}
