import Linux
package import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files of copied books: who may read them, and what of them is in the way.
package enum ShopFiles {
    /// Makes an empty file for a copy, which the group may read and nobody else: customers are in it.
    ///
    /// One of that name that a killed command left is replaced.
    package static func makeDraft(_ path: String) throws(Errno) {
        remove(path)
        try ReplacedFile.write([], to: path, permissions: [.ownerReadWrite, .groupRead])
    }

    /// Removes a file and SQLite's files beside it.
    ///
    /// One that cannot be removed is only in the way: what went wrong before is what is said.
    package static func remove(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            // Mostly there is none of that name, and nothing to do about one that stays.
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// A size as people read it.
    package static func text(bytes: Int64) -> String {
        bytes < 10_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000) MB"
    }
}
