import Evdev
import Hotplug
import Scanning

/// Whether a device is taken as a scanner, with the reason: one rule for driver and survey.
enum ScannerVerdict: Hashable {
    /// It is taken.
    case accepted(Reason)
    /// It could be a scanner and is left alone.
    case rejected(because: String)
    /// It is no kind of device that could be a scanner.
    case unconcerned

    /// Why a device is taken.
    struct Reason: Hashable {
        /// Whose words accept it.
        let match: ScannerMatch
        /// The way it talks.
        let way: ScannerWay
    }

    /// Judges a device by what udev says of it, without opening it.
    init(of device: DeviceRecord, matches: [ScannerMatch]) {
        guard let way = Self.way(of: device) else {
            self = .unconcerned
            return
        }
        guard device.isInitialised else {
            self = .rejected(because: "udev has not finished with it yet.")
            return
        }
        // Without the list of keys the device is asked itself, once it is open.
        if way == .keyboard, let keys = device.inputKeys.flatMap({ KeySet(sysfs: $0) }),
            !Self.canScan(keys)
        {
            self = .rejected(because: Self.noKeys)
            return
        }
        guard let match = matches.first(where: { $0.fits(device, talking: way) }) else {
            self = .rejected(because: Self.unnamed(device, way))
            return
        }
        self = .accepted(Reason(match: match, way: way))
    }

    /// How a device could talk; nil for one that could not.
    ///
    /// A USB device counts as HID-POS here only if it has an interface that may be a scanner's.
    static func way(of device: DeviceRecord) -> ScannerWay? {
        guard device.node != nil else { return nil }
        switch device.subsystem {
        case "input": return device.sysname.hasPrefix("event") ? .keyboard : nil
        // Consoles and pseudo-terminals are no lines that something is plugged into.
        case "tty": return device.usb == nil ? nil : .serial
        case "usb": return HIDPOSProspect.look(at: device) == nil ? nil : .hidPOS
        default: return nil
        }
    }

    /// Whether these keys can send a code: all digits, and one that ends it.
    static func canScan(_ keys: KeySet) -> Bool {
        KeyCode.digits.allSatisfy(keys.contains)
            && [KeyCode.enter, KeyCode.keypadEnter, KeyCode.tab].contains(where: keys.contains)
    }

    static let noKeys = "It has no digit keys with an Enter or Tab: no keyboard scanner."

    private static func unnamed(_ device: DeviceRecord, _ way: ScannerWay) -> String {
        let address = address(of: device, way)
        return switch way {
        case .keyboard:
            "It may be a person's keyboard, and nothing says that it is a scanner. If it is "
                + "one: --scanner \(address)"
        case .serial:
            "It may be a modem or anything else, and nothing says that it is a scanner. If it is "
                + "one: --scanner \(address)"
        case .hidPOS:
            "Nothing says that it is a scanner of the shop. If it is one: --scanner \(address)"
        }
    }

    private static func address(of device: DeviceRecord, _ way: ScannerWay) -> String {
        let scheme =
            switch way {
            case .keyboard: "evdev"
            case .serial: "serial"
            case .hidPOS: "usb"
            }
        let folder = way == .serial ? "/dev/serial/by-id/" : "/dev/input/by-id/"
        if let link = device.links.first(where: { $0.hasPrefix(folder) }) {
            return "\(scheme):by-id/\(link.dropFirst(folder.count))"
        }
        return device.usb.map { "\(scheme):port=\($0.port)" }
            ?? device.node.map { "\(scheme):\($0)" }
            ?? "\(scheme):…"
    }
}

extension ScannerVerdict.Reason: CustomStringConvertible {
    /// The reason as a sentence.
    var description: String {
        switch match {
        case .tagged: "The udev rule marks it as a scanner."
        case .keyboard, .hidPOS, .serial: "It is named by --scanner."
        case .anything: "Everything is listened to."
        }
    }
}
