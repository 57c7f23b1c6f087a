import DeviceEmulation
import Devices
import ESCPOS
import Linux

/// A printer whose drawer is asked for in the moment in which it was asked what it keeps.
final class RingingPrinter: PrinterDriver {
    private let printer: FaultyPrinter
    private let ring: @Sendable () -> Void

    init(_ printer: FaultyPrinter, ring: @escaping @Sendable () -> Void) {
        self.printer = printer
        self.ring = ring
    }

    var name: String { printer.name }
    var isTwoWay: Bool { printer.isTwoWay }
    var sources: [PrinterSource] { printer.sources }

    func refresh() -> PrinterPresence { printer.refresh() }

    func hear() -> [UInt8] { printer.hear() }

    func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        try printer.send(bytes, until: stop, report: report)
    }

    func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        defer { if bytes == StatusCommand.pictures.bytes { ring() } }
        return try printer.ask(bytes, within: milliseconds, until: stop)
    }
}
