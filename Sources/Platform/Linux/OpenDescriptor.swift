import Glibc
package import SystemPackage

/// A file descriptor that closes itself when its owner lets go of it.
///
/// Always opened with `O_CLOEXEC`. There is no "already closed" state: the compiler refuses it.
package struct OpenDescriptor: ~Copyable, Sendable {
    /// The kernel's number, valid as long as this value lives.
    package let raw: FileDescriptor

    /// Takes over a descriptor that somebody else opened; it is closed here from now on.
    package init(adopting raw: FileDescriptor) {
        self.raw = raw
    }

    /// Opens a path, or throws the kernel's error and leaves nothing open.
    package init(
        path: String,
        _ mode: FileDescriptor.AccessMode,
        options: FileDescriptor.OpenOptions = [],
        permissions: FilePermissions? = nil
    ) throws(Errno) {
        do {
            raw = try FileDescriptor.open(
                FilePath(path), mode, options: options.union(.closeOnExec),
                permissions: permissions, retryOnInterrupt: true)
        } catch {
            throw errno(from: error)
        }
    }

    deinit {
        // Closing reports only what fsync should have: nothing can be done about it here.
        _ = Glibc.close(raw.rawValue)
    }

    /// Writes all of it or throws; how much had been written by then is not known.
    package borrowing func writeAll(_ bytes: [UInt8]) throws(Errno) {
        do {
            _ = try raw.writeAll(bytes)
        } catch {
            throw errno(from: error)
        }
    }

    /// Waits until the disk has the file's contents.
    package borrowing func syncData() throws(Errno) {
        guard fdatasync(raw.rawValue) == 0 else { throw Errno(rawValue: Glibc.errno) }
    }

    /// Reads what is there, at most `limit` bytes; an empty answer is the end of the file.
    package borrowing func read(atMost limit: Int) throws(Errno) -> [UInt8] {
        do {
            let descriptor = raw
            return try unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
        } catch {
            throw errno(from: error)
        }
    }
}

/// The `Errno` inside an error of swift-system, which throws nothing else.
func errno(from error: any Error) -> Errno {
    (error as? Errno) ?? .ioError
}
