import Glibc
package import SystemPackage

/// The permissions of files.
package enum FileModes {
    /// Sets a file's permissions, whatever the umask.
    package static func set(_ mode: FilePermissions, of path: String) throws(Errno) {
        guard unsafe chmod(path, mode.rawValue) == 0 else { throw Errno(rawValue: Glibc.errno) }
    }
}
