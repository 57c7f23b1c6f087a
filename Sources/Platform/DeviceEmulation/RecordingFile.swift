package import Devices
import Linux
package import Scanning
import SystemPackage

/// A recording as a file.
package enum RecordingFile {
    /// More than hours of scanning.
    private static let largest = 64 << 20

    /// Reads and checks a file; the error names it, and the line where one is wrong.
    package static func read(_ path: String) throws(DeviceError) -> Recording {
        let bytes = try contents(of: path)
        do throws(RecordingError) {
            return try Recording(text: bytes)
        } catch {
            throw DeviceError("\(path):\(error.line): \(error.sentence).")
        }
    }

    private static func contents(of path: String) throws(DeviceError) -> [UInt8] {
        do throws(Errno) {
            let file = try OpenDescriptor(path: path, .readOnly)
            var bytes: [UInt8] = []
            while bytes.count <= largest {
                let chunk = try file.read(atMost: 1 << 16)
                guard !chunk.isEmpty else { return bytes }
                bytes += chunk
            }
        } catch {
            throw DeviceError("The recording \(path) cannot be read: \(error).")
        }
        throw DeviceError("The recording \(path) is larger than any recording, 64 MiB.")
    }
}
