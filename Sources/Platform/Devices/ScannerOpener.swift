import Hotplug
import Scanning
import USB

/// Opens scanners in the way in which each of them talks.
final class ScannerOpener {
    let setup: ScannerSetup
    /// libusb, started by the first scanner that needs it.
    private var context: USBContext?

    init(setup: ScannerSetup) {
        self.setup = setup
    }

    /// Opens a device that has been accepted for this reason; nil when it has no node any more.
    func open(
        _ device: DeviceRecord, _ identity: ScannerIdentity, _ reason: ScannerVerdict.Reason
    ) throws(PortFailure) -> (any OpenPort)? {
        guard let node = device.node else { return nil }
        switch reason.way {
        case .keyboard:
            return try KeyboardPort(of: device, node: node, identity: identity, setup: setup)
        case .serial:
            return try SerialPort(
                of: device, node: node, identity: identity,
                line: reason.match.line ?? setup.line, settings: setup.settings)
        case .hidPOS:
            guard let prospect = HIDPOSProspect.look(at: device) else { return nil }
            return try HIDPOSPort(
                of: device, node: node, identity: identity, prospect: prospect,
                settings: setup.settings, in: try usableContext())
        }
    }

    private func usableContext() throws(PortFailure) -> USBContext {
        if let context { return context }
        do throws(USBError) {
            let made = try USBContext()
            context = made
            return made
        } catch {
            throw .refused("libusb cannot be started: \(error).")
        }
    }
}
