import Evdev
import Hotplug
import Scanning

/// Whether an input device is taken as a scanner, with the reason: one rule for driver and survey.
enum ScannerVerdict: Hashable {
    case accepted(because: String)
    case rejected(because: String)

    /// Judges a device by what udev says of it, without opening it.
    init(of device: DeviceRecord, matches: [ScannerMatch]) {
        guard device.isInitialised else {
            self = .rejected(because: "udev has not finished with it yet.")
            return
        }
        // Without the list of keys the device is asked itself, once it is open.
        if let keys = device.inputKeys.flatMap({ KeySet(sysfs: $0) }), !Self.canScan(keys) {
            self = .rejected(because: Self.noKeys)
            return
        }
        guard let match = matches.first(where: { $0.fits(device) }) else {
            self = .rejected(because: Self.unnamed(device))
            return
        }
        self = .accepted(because: Self.reason(of: match))
    }

    /// Only a device with a node of this kind can deliver key events.
    static func concerns(_ device: DeviceRecord) -> Bool {
        device.sysname.hasPrefix("event") && device.node != nil
    }

    /// Whether these keys can send a code: all digits, and one that ends it.
    static func canScan(_ keys: KeySet) -> Bool {
        KeyCode.digits.allSatisfy(keys.contains)
            && [KeyCode.enter, KeyCode.keypadEnter, KeyCode.tab].contains(where: keys.contains)
    }

    static let noKeys = "It has no digit keys with an Enter or Tab: no keyboard scanner."

    private static func reason(of match: ScannerMatch) -> String {
        switch match {
        case .tagged: "The udev rule marks it as a scanner."
        case .byID, .port, .node: "It is named by --scanner."
        }
    }

    private static func unnamed(_ device: DeviceRecord) -> String {
        let prefix = "/dev/input/by-id/"
        let link = device.links.first { $0.hasPrefix(prefix) }
        let address =
            link.map { "evdev:by-id/" + $0.dropFirst(prefix.count) }
            ?? device.usb.map { "evdev:port=" + $0.port }
            ?? device.node.map { "evdev:" + $0 }
            ?? "evdev:…"
        return "It may be a person's keyboard, and nothing says that it is a scanner. If it is "
            + "one: --scanner \(address)"
    }
}
