import Linux
import SystemPackage

/// The bytes of an open file, read in order; it is closed when this is let go.
package final class FileBytes: ByteSource {
    /// How much is read at once, in bytes: enough that system calls cost nothing beside parsing.
    private static let chunkLength = 1 << 18

    private let descriptor: OpenDescriptor

    /// Opens a file for reading.
    package init(path: String) throws(CSVError) {
        do throws(Errno) {
            descriptor = try OpenDescriptor(path: path, .readOnly)
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }

    /// The next bytes of the file; empty at its end.
    package func nextChunk() throws(CSVError) -> [UInt8] {
        do throws(Errno) {
            return try descriptor.read(atMost: Self.chunkLength)
        } catch {
            throw .unreadable(reason: "\(error)")
        }
    }
}
