import Glibc
package import SystemPackage

/// How much a file system still takes.
package enum FreeSpace {
    /// The bytes that this process may still write where `path` is; throws the kernel's error.
    package static func bytes(at path: String) throws(Errno) -> Int64 {
        var found = statvfs()
        guard unsafe statvfs(path, &found) == 0 else { throw Errno(rawValue: Glibc.errno) }
        let (bytes, isTooMany) = Int64(clamping: found.f_bavail).multipliedReportingOverflow(
            by: Int64(clamping: found.f_frsize))
        return isTooMany ? .max : bytes
    }
}
