import Hotplug
import USB

/// A printer that is plugged in, not yet opened.
struct USBPrinterCandidate {
    /// What a person calls it.
    let name: String
    /// Its folder in sysfs.
    let syspath: String
    /// Its node; the number in it is new after each plugging in.
    let node: String
    /// Whether udev's rules have given the node its final permissions.
    let isInitialised: Bool
    /// The interface to print on.
    let setting: InterfaceSetting
    /// Vendor and product.
    let numbers: PrinterIdentity.USBNumbers

    /// Whether both are one device that has not been unplugged in between.
    func isSamePlugging(as other: USBPrinterCandidate) -> Bool {
        syspath == other.syspath && node == other.node
    }

    /// What a person calls a device: `USB printer EPSON TM-T20III on port 1-1.2`.
    static func name(of device: USBParent) -> String {
        let words = [device.manufacturer, device.productName].compactMap { $0.map(printable) }
            .filter { !$0.isEmpty }
        let model =
            words.isEmpty
            ? "\(hexadecimal(device.vendor)):\(hexadecimal(device.product))"
            : words.joined(separator: " ")
        return "USB printer \(model) on port \(device.port)"
    }

    /// A device's text without what could command a terminal or turn the direction of writing.
    private static func printable(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(64) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
                .privateUse:
                continue
            default: kept.append(scalar)
            }
        }
        return String(String(kept).trimmingSpaces)
    }
}

extension String {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
        return start[...last]
    }
}
