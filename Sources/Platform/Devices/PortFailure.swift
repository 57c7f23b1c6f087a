import Evdev
import Scanning
import Serial
import SystemPackage
import USB

/// A scanner cannot be used any more, or not at all.
enum PortFailure: Error, Hashable {
    /// It was unplugged; udev says so too.
    case gone
    /// It is there; the sentence says why it cannot be used and what to do.
    case refused(String)

    /// What a refusal of the kernel's input interface means.
    init(_ error: EvdevError) {
        self = error.isGone ? .gone : .refused(ScannerRefusal.sentence(for: error))
    }

    /// What a refusal of a serial line means.
    init(_ error: SerialError) {
        self = error.isGone ? .gone : .refused(ScannerRefusal.sentence(for: error))
    }

    /// What an error on the way to a HID-POS scanner's reports means.
    init(any error: any Error, node: String) {
        switch error {
        case USBDeviceHandle.OpenFailure.node(let errno):
            self =
                switch errno {
                case .noSuchFileOrDirectory, .operationNotSupportedByDevice, .noSuchAddressOrDevice:
                    .gone
                case .permissionDenied, .notPermitted: .refused(ScannerRefusal.forbidden(node))
                default: .refused(ScannerRefusal.broken("Cannot open \(node): \(errno)."))
                }
        case USBDeviceHandle.OpenFailure.device(let error), let error as USBError:
            self =
                switch error {
                case .gone: .gone
                case .busy: .refused(ScannerRefusal.taken(node))
                case .noPermission: .refused(ScannerRefusal.forbidden(node))
                default: .refused(ScannerRefusal.broken("It cannot be read: \(error)."))
                }
        default:
            self = .refused("\(error) Take it out of the scanners' rules, or name another.")
        }
    }
}
