import Hotplug
package import Linux
import SystemPackage
import USB

/// A receipt printer on USB, through libusb: found, taken from usblp, given back, found again.
///
/// Used by one thread. The folder's README says how it is matched and what access it needs.
package final class USBPrinter: PrinterDriver {
    private let selector: USBSelector
    private let monitor: DeviceMonitor
    private var context: USBContext?
    private var connection: USBPrinterConnection?
    private var lastName: String

    /// How often it was opened.
    package private(set) var openings = 0

    /// Makes a driver without touching any device; throws when udev cannot be listened to.
    package init(_ selector: USBSelector) throws(DeviceError) {
        self.selector = selector
        lastName = selector == .first ? "USB printer" : "USB printer \(selector)"
        do throws(HotplugError) {
            monitor = try DeviceMonitor(subsystems: [
                Subsystem(name: "usb", deviceType: "usb_device")
            ])
        } catch {
            throw DeviceError(error.description)
        }
    }

    /// What a person calls it; the last one known while it is away.
    package var name: String { lastName }

    /// Its numbers and its device ID.
    package var identity: PrinterIdentity? { connection?.identity }

    /// A printer with an endpoint for its own words can be asked.
    package var isTwoWay: Bool { connection?.interface.setting.bulkIn != nil }

    /// News of any USB device that came or went, and libusb's own descriptors.
    package var sources: [PrinterSource] {
        let words = connection?.interface.sources() ?? []
        return [PrinterSource(monitor.descriptor, .presence)]
            + words.map {
                PrinterSource(
                    FileDescriptor(rawValue: $0.descriptor), .words, isForRoom: $0.isForRoom)
            }
    }

    /// A printer that answers "nothing" all the time is asked again after a rest.
    package var restMilliseconds: Int32 { connection?.interface.restMilliseconds() ?? -1 }

    /// What the printer has said since the last call.
    package func hear() -> [UInt8] { connection?.interface.hear() ?? [] }

    /// What its port says (GET_PORT_STATUS); nil where it does not know the question.
    package func look(until stop: EventFlag) -> PrinterWait? { connection?.look(until: stop) }

    /// Looks for the printer and opens it; an open one that is still plugged in is left alone.
    package func refresh() -> PrinterPresence {
        while monitor.next() != nil {}
        // A loss is made good by the list that follows.
        _ = monitor.takeLoss()
        do throws(HotplugError) {
            return use(try USBPrinterFinder(selector).find())
        } catch {
            connection = nil
            return .absent(reason: error.description)
        }
    }

    /// Sends all bytes, as `PrinterDriver` promises.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        try use(until: stop) { connection throws(PrinterFault) in
            try connection.send(bytes, until: stop, report: report)
        }
    }

    /// Sends a question, as `PrinterDriver` promises.
    package func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        try use(until: stop) { connection throws(PrinterFault) in
            try connection.ask(bytes, within: milliseconds, until: stop)
        }
    }

    private func use<Answer>(
        until stop: EventFlag, _ body: (USBPrinterConnection) throws(PrinterFault) -> Answer
    ) throws(PrinterFault) -> Answer {
        guard let connection else {
            throw PrinterFault(bytesTaken: 0, reason: "\(name) is not there.")
        }
        do throws(PrinterFault) {
            return try body(connection)
        } catch {
            // A stopped job leaves the printer as it is; any other end is the connection's too.
            guard !stop.isRaised else { throw error }
            self.connection = nil
            awaitNews(until: stop)
            guard !isPluggedIn(connection.candidate) else { throw error }
            throw PrinterFault(
                bytesTaken: error.bytesTaken,
                reason: "\(name) was unplugged or switched off while it was printing.")
        }
    }

    /// Whether a device is still where it was: a pulled cable looks like a disturbed one at first.
    private func isPluggedIn(_ candidate: USBPrinterCandidate) -> Bool {
        do {
            return try USBPrinterFinder(selector).find().get().isSamePlugging(as: candidate)
        } catch {
            // Nothing was found; or udev cannot be asked, and then the transfer's word stands.
            return !(error is DeviceError)
        }
    }

    private func use(_ found: Result<USBPrinterCandidate, DeviceError>) -> PrinterPresence {
        do throws(DeviceError) {
            let candidate = try found.get()
            if let connection, connection.candidate.isSamePlugging(as: candidate) { return .ready }
            // Closed before the next is opened: the interface may be the same one.
            connection = nil
            connection = try USBPrinterConnection(candidate, in: try usableContext())
            openings += 1
            lastName = candidate.name
            return .ready
        } catch {
            connection = nil
            return .absent(reason: error.description)
        }
    }

    private func usableContext() throws(DeviceError) -> USBContext {
        if let context { return context }
        do throws(USBError) {
            let made = try USBContext()
            context = made
            return made
        } catch {
            throw DeviceError("libusb cannot be started: \(error).")
        }
    }

    /// Gives udev a second to say that the cable was pulled: the transfer fails earlier than the
    /// device disappears, and whoever looks in between would find it and fail on it again.
    private func awaitNews(until stop: EventFlag) {
        do throws(Errno) {
            var poller = try Poller()
            try poller.add(monitor.descriptor)
            try poller.add(stop.raw)
            try poller.wait(milliseconds: 1000) { _ in }
        } catch {
            // Out of descriptors: then the next look may come too early, which costs a retry.
        }
    }
}
