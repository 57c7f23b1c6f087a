import CLinux
import Glibc
package import SystemPackage

/// The mark of the one process that owns a data folder (flock on a file that names its holder).
///
/// The kernel drops the lock when the process ends, however it ends, so it never goes stale.
package struct FolderLock: ~Copyable, Sendable {
    private let descriptor: OpenDescriptor

    /// Why a folder could not be owned.
    package enum Refusal: Error, Equatable {
        /// Another process owns the folder; it wrote this line about itself.
        case held(by: String)
        /// The lock file could not be opened or written.
        case failed(path: String, Errno)
    }

    private init(descriptor: consuming OpenDescriptor) {
        self.descriptor = descriptor
    }

    /// Takes the lock or says who holds it; `holder` is one line for the next one who asks.
    ///
    /// With `patience` in milliseconds, a holder of whom `isBrief` is true is waited for that long.
    package static func take(
        path: String, holder: String, patience: Int32 = 0,
        whereHolder isBrief: (String) -> Bool = { _ in false }
    ) throws(Refusal) -> FolderLock {
        do throws(Errno) {
            var file = try open(path)
            if flock(file.raw.rawValue, LOCK_EX | LOCK_NB) != 0 {
                let code = Errno(rawValue: Glibc.errno)
                guard code == .wouldBlock, isBrief(nameOfHolder(path)) else { throw code }
                file = try wait(for: path, milliseconds: patience)
            }
            // Only its owner may change the mode; whoever made the file has done so before.
            _ = fchmod(file.raw.rawValue, 0o660)
            try replaceContent(of: file, with: holder)
            return FolderLock(descriptor: file)
        } catch {
            guard error == .wouldBlock else { throw .failed(path: path, error) }
            throw .held(by: nameOfHolder(path))
        }
    }

    private static func open(_ path: String) throws(Errno) -> OpenDescriptor {
        try OpenDescriptor(
            path: path, .readWrite, options: .create,
            permissions: [.ownerReadWrite, .groupReadWrite])
    }

    /// Waits for the lock on a thread of its own, because flock knows no limit of time.
    ///
    /// A thread that waits in vain stays until its lock comes or the process ends, and lets a lock
    /// that comes too late go at once.
    private static func wait(for path: String, milliseconds: Int32) throws(Errno) -> OpenDescriptor
    {
        let turnstile = try Turnstile()
        _ = try Worker(name: "galla-lock") {
            do throws(Errno) {
                let file = try open(path)
                guard flock(file.raw.rawValue, LOCK_EX) == 0 else { return }
                turnstile.offer(file)
            } catch {
                // Whoever waits learns by the time running out; the first open told the reason.
                return
            }
        }
        guard let file = turnstile.take(milliseconds: milliseconds) else { throw .wouldBlock }
        return file
    }

    static func nameOfHolder(_ path: String) -> String {
        // A holder that is just writing its name has none yet: it is held all the same.
        let bytes = (try? OpenDescriptor(path: path, .readOnly).read(atMost: 512)) ?? []
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        return line.isEmpty ? "another process" : line
    }

    private static func replaceContent(
        of file: borrowing OpenDescriptor, with line: String
    ) throws(Errno) {
        guard ftruncate(file.raw.rawValue, 0) == 0 else { throw Errno(rawValue: Glibc.errno) }
        try file.writeAll(Array(line.utf8) + [0x0A])
    }
}
