package import Hotplug
package import Scanning

/// Which scanners a driver takes; anything else may be a person's keyboard, or a modem.
package enum ScannerMatch: Hashable, Sendable {
    /// Devices that the udev rules mark as scanners (`auto`), whatever way they talk.
    case tagged
    /// A scanner that types.
    case keyboard(ScannerPlace)
    /// A scanner that sends HID reports of the scanner page.
    case hidPOS(ScannerPlace)
    /// A scanner on a serial line; nil means the line of the settings.
    case serial(ScannerPlace, SerialLine?)
    /// Whatever could be a scanner, keyboards of persons too: for listening beside them only.
    case anything

    /// The property that the udev rules set to 1 on a scanner.
    package static let tag = "ID_GALLA_SCANNER"

    /// Whether a device that could talk this way, as udev describes it, is meant.
    package func fits(_ device: DeviceRecord, talking way: ScannerWay) -> Bool {
        switch self {
        case .tagged: device.properties[Self.tag] == "1"
        case .keyboard(let place): way == .keyboard && place.fits(device)
        case .hidPOS(let place): way == .hidPOS && place.fits(device)
        case .serial(let place, _): way == .serial && place.fits(device)
        case .anything: true
        }
    }

    /// The serial line that the address asks for, if it does.
    var line: SerialLine? {
        if case .serial(_, let line) = self { line } else { nil }
    }

    /// Whether a person has named the device, so that it need not be a known one.
    var isNamed: Bool {
        switch self {
        case .keyboard, .hidPOS, .serial: true
        case .tagged, .anything: false
        }
    }
}
