import Devices
import Linux

/// A printer that is always there and never takes a byte, like a file on a full disk.
final class AlwaysFailing: PrinterDriver, Sendable {
    let name = "failing"
    let isTwoWay = false
    let sources: [PrinterSource] = []

    func hear() -> [UInt8] { [] }

    func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool { true }

    func refresh() -> PrinterPresence { .ready }

    func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        throw PrinterFault(bytesTaken: 0, reason: "Disk full.")
    }
}
