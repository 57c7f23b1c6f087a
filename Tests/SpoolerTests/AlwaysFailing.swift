import Devices
import System
import SystemPackage

/// A printer that is always there and never takes a byte, like a file on a full disk.
final class AlwaysFailing: PrinterDriver, Sendable {
    let name = "failing"
    let changes: FileDescriptor? = nil

    func refresh() -> PrinterPresence { .ready }

    func send(
        _ bytes: [UInt8], until stop: EventFlag, waiting: (PrinterWait) -> Void
    ) throws(PrinterFault) {
        throw PrinterFault(bytesTaken: 0, reason: "Disk full.")
    }
}
