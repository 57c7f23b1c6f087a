import Glibc
import SystemPackage

extension FolderLock {
    /// The line that the present holder of a lock wrote about itself; nil when nobody holds it.
    ///
    /// Asks the kernel's list of locks and never takes the lock, not even for a moment: a till that
    /// starts just then would take the asker for its owner.
    package static func holder(ofPath path: String) -> String? {
        var information = stat()
        guard unsafe stat(path, &information) == 0 else { return nil }
        do throws(Errno) {
            let isHeld = try locks().contains { isFileLock($0, on: information.st_ino) }
            guard isHeld else { return nil }
            return nameOfHolder(path)
        } catch {
            // Without /proc nobody can tell; then the books are read as if nobody held them.
            return nil
        }
    }

    private static func locks() throws(Errno) -> [Substring] {
        let file = try OpenDescriptor(path: "/proc/locks", .readOnly)
        var text: [UInt8] = []
        while true {
            let piece = try file.read(atMost: 1 << 16)
            guard !piece.isEmpty else { break }
            text += piece
        }
        return String(decoding: text, as: UTF8.self).split(separator: "\n")
    }

    /// A line is `1: FLOCK ADVISORY WRITE PID MAJOR:MINOR:INODE START END`; who waits has `->` in it.
    private static func isFileLock(_ line: Substring, on inode: ino_t) -> Bool {
        let words = line.split(separator: " ")
        guard words.count >= 6, words[1] == "FLOCK" else { return false }
        return words[5].split(separator: ":").last == Substring(String(inode))
    }
}
