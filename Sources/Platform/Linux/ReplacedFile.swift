import Glibc
package import SystemPackage

/// A file that is replaced as a whole: whoever reads it sees the old contents or the new ones.
package enum ReplacedFile {
    /// Writes the contents beside the file, syncs them and puts them in its place.
    ///
    /// A file that is there keeps its permissions; a new one gets `permissions`, less the umask. What
    /// root writes belongs to whom the file belonged, or to whom its folder does.
    /// When it throws, the file is as it was and nothing is left beside it.
    package static func write(
        _ contents: [UInt8], to path: String,
        permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
    ) throws(Errno) {
        let draft = "\(path).new-\(getpid())"
        do throws(Errno) {
            try fill(draft, with: contents, like: path, permissions)
            guard unsafe rename(draft, path) == 0 else { throw Errno(rawValue: Glibc.errno) }
        } catch {
            _ = unsafe unlink(draft)
            throw error
        }
        // The contents are safe in either place; only which of the two a power cut may undo.
        syncFolder(of: path)
    }

    /// Removes a file.
    package static func remove(_ path: String) throws(Errno) {
        guard unsafe unlink(path) == 0 else { throw Errno(rawValue: Glibc.errno) }
    }

    private static func fill(
        _ draft: String, with contents: [UInt8], like path: String, _ permissions: FilePermissions
    ) throws(Errno) {
        let file = try OpenDescriptor(
            path: draft, .writeOnly, options: [.create, .truncate], permissions: permissions)
        var found = stat()
        if unsafe stat(path, &found) == 0 {
            try give(file, to: found)
            guard fchmod(file.raw.rawValue, found.st_mode & 0o7777) == 0 else {
                throw Errno(rawValue: Glibc.errno)
            }
        } else if unsafe stat(folder(of: path), &found) == 0 {
            try give(file, to: found)
        }
        try file.writeAll(contents)
        guard fsync(file.raw.rawValue) == 0 else { throw Errno(rawValue: Glibc.errno) }
    }

    /// What root makes belongs to whom `owner` belongs.
    static func give(
        _ file: borrowing OpenDescriptor, to owner: stat
    ) throws(Errno) {
        guard geteuid() == 0 else { return }
        guard fchown(file.raw.rawValue, owner.st_uid, owner.st_gid) == 0 else {
            throw Errno(rawValue: Glibc.errno)
        }
    }

    /// Gives a file that root made to whom the folder belongs; anybody else's stays theirs.
    package static func giveToOwner(ofFolder folder: String, _ path: String) throws(Errno) {
        var found = stat()
        guard unsafe stat(folder, &found) == 0 else { throw Errno(rawValue: Glibc.errno) }
        try give(try OpenDescriptor(path: path, .readOnly), to: found)
    }

    /// The folder that a path is in.
    package static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Syncs the folder that a path is in, so that names survive a power cut.
    static func syncFolder(of path: String) {
        do throws(Errno) {
            let opened = try OpenDescriptor(path: folder(of: path), .readOnly)
            _ = fsync(opened.raw.rawValue)
        } catch {
            // A folder that may be written to but not read cannot be synced by us.
        }
    }

    /// Makes a folder and those above it that are missing; one that is there is left as it is.
    package static func makeFolders(_ path: String) throws(Errno) {
        var built = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            built += built.isEmpty || built.hasSuffix("/") ? String(part) : "/" + part
            guard unsafe mkdir(built, 0o755) != 0, Glibc.errno != EEXIST else { continue }
            throw Errno(rawValue: Glibc.errno)
        }
    }
}
