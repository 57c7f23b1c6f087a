import CLinux
import Glibc
package import SystemPackage

/// Whole files that change their places; a crash leaves the one place or the other.
package enum MovedFile {
    /// Puts a file where none is; throws `.fileExists` when there is one, and changes nothing then.
    package static func place(_ draft: String, at path: String) throws(Errno) {
        guard unsafe galla_rename_to_free(draft, path) == 0 else {
            throw Errno(rawValue: Glibc.errno)
        }
        ReplacedFile.syncFolder(of: path)
    }

    /// Puts a file in the place of another, which keeps living under the name `aside`.
    ///
    /// There is no moment without a file at `path`. Where it throws, `path` is as it was; the name
    /// `aside` may be there already. Throws `.fileExists` when `aside` is taken.
    package static func replace(
        _ path: String, with draft: String, keepingOldAs aside: String
    ) throws(Errno) {
        if unsafe link(path, aside) != 0 {
            let code = Errno(rawValue: Glibc.errno)
            guard code == .noSuchFileOrDirectory else { throw code }
        }
        guard unsafe rename(draft, path) == 0 else { throw Errno(rawValue: Glibc.errno) }
        ReplacedFile.syncFolder(of: path)
    }

    /// Removes a file; one that is not there is none that had to go.
    package static func removeIfThere(_ path: String) throws(Errno) {
        guard unsafe unlink(path) != 0, Glibc.errno != ENOENT else { return }
        throw Errno(rawValue: Glibc.errno)
    }

    /// Renames a file; one that is not there is none that had to be moved.
    package static func moveIfThere(_ path: String, to other: String) throws(Errno) {
        guard unsafe rename(path, other) != 0, Glibc.errno != ENOENT else { return }
        throw Errno(rawValue: Glibc.errno)
    }
}
