package import Hotplug

/// Which keyboard scanners a driver takes; anything else may be a person's keyboard.
package enum ScannerMatch: Hashable, Sendable {
    /// Devices that the udev rule marks as scanners (`auto`).
    case tagged
    /// The device with this name under `/dev/input/by-id`.
    case byID(String)
    /// The devices behind this USB port, in the kernel's words (`1-1.3`).
    case port(String)
    /// The device with this node (`/dev/input/event5`); nodes change when cables move.
    case node(String)

    /// The property that the udev rule sets to 1 on a scanner.
    package static let tag = "ID_GALLA_SCANNER"

    /// Whether a device, as udev describes it, is meant.
    package func fits(_ device: DeviceRecord) -> Bool {
        switch self {
        case .tagged: device.properties[Self.tag] == "1"
        case .byID(let name): device.links.contains("/dev/input/by-id/" + name)
        case .port(let port): device.usb?.port == port
        case .node(let node): device.node == node || device.links.contains(node)
        }
    }
}
