import Hotplug
package import Linux
import SystemPackage
import USB

/// A printer through the kernel's own driver, `usblp`: `lp:/dev/usb/lp0`.
///
/// For machines where libusb is not wanted. The kernel counts bytes early: what was on its way when
/// the cable came out counts as taken, so that the next copy is marked.
package final class LinePrinter: PrinterDriver, StreamPipe {
    private let path: String
    private let monitor: DeviceMonitor
    private var node: PrinterNode?
    private var knowsStatus = true
    /// Some firmware always has "nothing" to say: it is then not listened to for a while.
    private var deafUntil: UInt64?
    /// What its device ID says; the kernel's driver tells no numbers.
    package private(set) var identity: PrinterIdentity?

    /// How often it was opened.
    package private(set) var openings = 0

    /// Makes a driver without touching any device; throws when udev cannot be listened to.
    package init(path: String) throws(DeviceError) {
        self.path = path
        do throws(HotplugError) {
            monitor = try DeviceMonitor(subsystems: [Subsystem(name: "usbmisc", deviceType: nil)])
        } catch {
            throw DeviceError(error.description)
        }
    }

    /// What a person calls it.
    package var name: String { "printer \(path)" }

    /// A printer that only listens never has anything to read.
    package var isTwoWay: Bool { node != nil }

    /// News of nodes that come and go, and the printer's own words.
    package var sources: [PrinterSource] {
        let presence = PrinterSource(monitor.descriptor, .presence)
        guard node != nil, restMilliseconds <= 0 else { return [presence] }
        return [presence, PrinterSource(descriptor, .words)]
    }

    /// The rest of the pause after an empty answer.
    package var restMilliseconds: Int32 {
        guard let deafUntil else { return -1 }
        let now = Clocks.monotonicNanoseconds()
        return now >= deafUntil ? 0 : Int32((deafUntil - now) / 1_000_000) + 1
    }

    /// Opens the node, or sees whether the open one still has a printer.
    package func refresh() -> PrinterPresence {
        while monitor.next() != nil {}
        // A loss is made good by the look that follows.
        _ = monitor.takeLoss()
        if isAlive { return .ready }
        node = nil
        // Its node may be missing because a killed program has kept usblp away: it comes back, and
        // udev says so.
        _ = StrandedPrinters.giveBack()
        do throws(Errno) {
            let opened = try PrinterNode(path: path)
            identity = opened.deviceID().map { PrinterIdentity(usb: nil, deviceID: $0.values) }
            node = consume opened
            openings += 1
            knowsStatus = true
            return .ready
        } catch {
            return .absent(reason: sentence(error))
        }
    }

    /// What the printer has said since the last call.
    package func hear() -> [UInt8] {
        do throws(Errno) {
            let words = try read()
            deafUntil = words.isEmpty ? Clocks.monotonicNanoseconds() + 500_000_000 : nil
            return words
        } catch {
            // The printer is gone: udev says so too, and the next look finds it out.
            return []
        }
    }

    /// What its port says.
    package func look(until stop: EventFlag) -> PrinterWait? {
        do throws(Errno) {
            return try status()
        } catch {
            return nil
        }
    }

    /// Sends all bytes, as `PrinterDriver` promises; returns when the printer has the last one.
    package func send(
        _ bytes: [UInt8], until stop: EventFlag, report: (PrinterReport) -> Void
    ) throws(PrinterFault) {
        try sendAll(bytes, until: stop, report: report)
    }

    /// Sends a question, as `PrinterDriver` promises.
    package func ask(
        _ bytes: [UInt8], within milliseconds: Int32, until stop: EventFlag
    ) throws(PrinterFault) -> Bool {
        // Written while the last bytes are on their way it could not be taken back.
        guard hasRoom else { return false }
        return try sendQuestion(bytes, within: milliseconds, until: stop)
    }

    private var hasRoom: Bool {
        var set = PollSet()
        set.add(descriptor, .room)
        do throws(Errno) {
            return try set.wait(milliseconds: 0)[0].hasRoom
        } catch {
            return false
        }
    }

    private var isAlive: Bool {
        guard node != nil else { return false }
        do throws(Errno) {
            _ = try status()
            return true
        } catch {
            return false
        }
    }

    private func sentence(_ error: Errno) -> String {
        switch error {
        case .noSuchFileOrDirectory:
            "There is no \(path). Check the printer's cable and switch; if it is there, "
                + "`modprobe usblp` gives it its node, or use usb: instead."
        case .permissionDenied:
            "\(path) may not be used by this program. Install Galla's udev rules and put the user "
                + "into the group galla, then plug the printer in again."
        case .resourceBusy:
            "\(path) is held by another program. Close that program; `fuser -v \(path)` names it."
        case .operationNotSupportedByDevice, .brokenPipe, .noSuchAddressOrDevice:
            "The printer at \(path) was unplugged or switched off."
        default: "\(path) cannot be used: \(error)."
        }
    }
}

extension LinePrinter {
    var descriptor: FileDescriptor { node?.raw ?? FileDescriptor(rawValue: -1) }

    var countsWhenRoom: Bool { true }

    func lose(_ error: Errno) -> String {
        node = nil
        return sentence(error)
    }

    func write(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        guard node != nil else { throw .operationNotSupportedByDevice }
        return try node?.write(bytes) ?? 0
    }

    func read() throws(Errno) -> [UInt8] {
        try node?.read() ?? []
    }

    func status() throws(Errno) -> PrinterWait? {
        guard knowsStatus, node != nil else { return nil }
        do throws(Errno) {
            guard let status = try node?.portStatus() else { return nil }
            if status.isPaperOut { return .paperOut }
            return status.hasError || !status.isOnline ? .notAccepting : .moving
        } catch {
            guard error != .operationNotSupportedByDevice else { throw error }
            // The printer does not know the question; it is not asked again.
            knowsStatus = false
            return nil
        }
    }
}
