import Hotplug
import Scanning

/// Opens scanners in the way in which each of them talks.
final class ScannerOpener {
    let setup: ScannerSetup

    init(setup: ScannerSetup) {
        self.setup = setup
    }

    /// Opens a device that has been accepted because of this match; nil when it is none after all.
    func open(
        _ device: DeviceRecord, _ identity: ScannerIdentity, _ match: ScannerMatch
    ) throws(PortFailure) -> (any OpenPort)? {
        guard let node = device.node else { return nil }
        return try KeyboardPort(of: device, node: node, identity: identity, setup: setup)
    }
}
