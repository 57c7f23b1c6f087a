import CLibUSB
import Glibc
import Linux
package import SystemPackage

/// A printer behind the kernel's own driver, `usblp` (`/dev/usb/lp0`), open and never blocking.
///
/// Facts of the driver (drivers/usb/class/usblp.c): one opener; without blocking a write takes up
/// to 8 KiB and counts them before the printer has them; there is room again when the printer has;
/// closing throws away what it has not. So whoever writes waits for room before letting go.
package struct PrinterNode: ~Copyable {
    private let descriptor: OpenDescriptor

    /// So many bytes are handed over at once; the driver's own buffers hold 8 KiB.
    package static let chunkBytes = 4096

    /// Opens a node; throws `resourceBusy` while another program has it.
    package init(path: String) throws(Errno) {
        descriptor = try OpenDescriptor(path: path, .readWrite, options: .nonBlocking)
    }

    /// What to wait for: room is the printer having taken what was written.
    package var raw: FileDescriptor { descriptor.raw }

    /// Hands bytes over; throws `wouldBlock` while the printer has not taken the last ones.
    package borrowing func write(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        try descriptor.writeSome(bytes.prefix(Self.chunkBytes))
    }

    /// What the printer has said; empty is "nothing", never the end.
    package borrowing func read() throws(Errno) -> [UInt8] {
        do {
            return try descriptor.read(atMost: Self.chunkBytes)
        } catch .wouldBlock {
            return []
        }
    }

    /// What the printer's port says; throws when it is gone or does not know the question.
    package borrowing func portStatus() throws(Errno) -> PortStatus {
        var status: Int32 = 0
        guard unsafe galla_lp_status(descriptor.raw.rawValue, &status) >= 0 else {
            throw Errno(rawValue: Glibc.errno)
        }
        return PortStatus(rawValue: UInt8(truncatingIfNeeded: status))
    }

    /// Who the printer says it is; nil where it says nothing.
    package borrowing func deviceID() -> PrinterDeviceID? {
        var answer = [UInt8](repeating: 0, count: 1024)
        let code = unsafe galla_lp_device_id(descriptor.raw.rawValue, &answer, 1024)
        return code >= 0 ? PrinterDeviceID(reply: answer) : nil
    }
}
