import Linux
import SystemPackage
import USB

/// A printer that is open and ours; letting go of it gives it back to the kernel.
final class USBPrinterConnection {
    let candidate: USBPrinterCandidate
    let interface: ClaimedInterface
    /// Whether it answers GET_PORT_STATUS: some firmware stalls on it, and is not asked again.
    var knowsPortStatus = true
    /// Who it says it is.
    let identity: PrinterIdentity

    /// Opens and claims a printer; nothing stays open when it throws.
    init(_ candidate: USBPrinterCandidate, in context: USBContext) throws(DeviceError) {
        self.candidate = candidate
        do throws(USBDeviceHandle.OpenFailure) {
            interface = try Self.claim(candidate, in: context)
        } catch {
            throw DeviceError(Self.sentence(error, candidate))
        }
        identity = Self.identity(of: candidate, interface)
        interface.listen()
    }

    /// Asks for the device ID where the printer class promises one; without it the numbers do.
    private static func identity(
        of candidate: USBPrinterCandidate, _ interface: borrowing ClaimedInterface
    ) -> PrinterIdentity {
        var values: [String: String] = [:]
        if candidate.setting.kind.interfaceClass != PrinterInterface.vendorClass {
            do {
                values = try interface.deviceID(until: try EventFlag()).values
            } catch {
                // A printer that has none, or no descriptor to wait with: its numbers identify it.
            }
        }
        return PrinterIdentity(usb: candidate.numbers, deviceID: values)
    }

    private static func claim(
        _ candidate: USBPrinterCandidate, in context: USBContext
    ) throws(USBDeviceHandle.OpenFailure) -> ClaimedInterface {
        let device = try USBDeviceHandle(node: candidate.node, in: context)
        do throws(USBError) {
            return try device.claim(candidate.setting)
        } catch {
            throw .device(error)
        }
    }

    /// What to tell the person who can act.
    static func sentence(
        _ failure: USBDeviceHandle.OpenFailure, _ candidate: USBPrinterCandidate
    ) -> String {
        let name = candidate.name
        switch failure {
        case .node(.permissionDenied), .node(.notPermitted), .device(.noPermission):
            return noPermission(candidate)
        case .node(.noSuchFileOrDirectory), .node(.noSuchAddressOrDevice),
            .node(.operationNotSupportedByDevice), .device(.gone):
            return "\(name) was just unplugged. Plug it in again; it is then used at once."
        case .device(.busy), .node(.resourceBusy):
            return "\(name) is held by another program. Close that program or its print queue; "
                + "`fuser -v \(candidate.node)` names it."
        case .node(let errno):
            return "\(name) cannot be opened: \(errno). Unplug it and plug it in again."
        case .device(let error):
            return "\(name) cannot be used: \(error). Switch it off and on again."
        }
    }

    private static func noPermission(_ candidate: USBPrinterCandidate) -> String {
        guard candidate.isInitialised else {
            return "\(candidate.name) has just been plugged in; it is used once udev has set it up."
        }
        if NodeOwner.groupName(of: candidate.node) == "galla" {
            return "\(candidate.name) may be used by the group galla only. Add this user to it "
                + "(`sudo usermod -aG galla USER`) and log in again."
        }
        return "\(candidate.name) may not be used by this program: Galla's udev rule is missing. "
            + "Install it, then unplug the printer and plug it in again."
    }
}
