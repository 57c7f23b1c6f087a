import Devices
import Linux
import SystemPackage

/// A printer's driver that tells a stopwatch when it begins to send a job; else it is that driver.
final class MeasuredPrinter: PrinterDriver {
    private let driver: any PrinterDriver
    private let stopwatch: ReceiptStopwatch

    init(_ driver: any PrinterDriver, _ stopwatch: ReceiptStopwatch) {
        self.driver = driver
        self.stopwatch = stopwatch
    }

    var name: String { driver.name }
    var identity: PrinterIdentity? { driver.identity }
    var openings: Int { driver.openings }
    var isTwoWay: Bool { driver.isTwoWay }
    var sources: [PrinterSource] { driver.sources }
    var restMilliseconds: Int32 { driver.restMilliseconds }

    func refresh() -> PrinterPresence { driver.refresh() }

    func hear() -> [UInt8] { driver.hear() }

    func look(until stop: EventFlag) -> PrinterWait? { driver.look(until: stop) }

    func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        stopwatch.sending()
        try driver.send(bytes, until: stop, report: report)
    }

    func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        try driver.ask(bytes, within: milliseconds, until: stop)
    }
}
