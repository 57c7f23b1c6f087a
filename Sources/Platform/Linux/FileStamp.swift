import Glibc
package import SystemPackage

/// What changes when a file is written to, replaced, or given to others.
package struct FileStamp: Hashable, Sendable {
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int
    private let changed: Int
    private let changedNanoseconds: Int

    /// Looks at a file; throws the system's error when it cannot be looked at.
    package init(of path: String) throws(Errno) {
        var found = stat()
        guard unsafe stat(path, &found) == 0 else { throw Errno(rawValue: Glibc.errno) }
        inode = UInt64(found.st_ino)
        size = Int64(found.st_size)
        seconds = found.st_mtim.tv_sec
        nanoseconds = found.st_mtim.tv_nsec
        changed = found.st_ctim.tv_sec
        changedNanoseconds = found.st_ctim.tv_nsec
    }
}
