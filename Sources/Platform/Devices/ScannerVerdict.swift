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
            self = .rejected(because: Self.unnamed(device))
            return
        }
        self = .accepted(Reason(match: match, way: way))
    }

    /// How a device could talk; nil for one that could not.
    static func way(of device: DeviceRecord) -> ScannerWay? {
        guard device.node != nil else { return nil }
        return device.subsystem == "input" && device.sysname.hasPrefix("event") ? .keyboard : nil
    }

    /// Whether these keys can send a code: all digits, and one that ends it.
    static func canScan(_ keys: KeySet) -> Bool {
        KeyCode.digits.allSatisfy(keys.contains)
            && [KeyCode.enter, KeyCode.keypadEnter, KeyCode.tab].contains(where: keys.contains)
    }

    static let noKeys = "It has no digit keys with an Enter or Tab: no keyboard scanner."

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
