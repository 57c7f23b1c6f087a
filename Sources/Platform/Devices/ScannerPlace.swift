package import Hotplug

/// Which device an address means; never by order, because that changes when cables move.
package enum ScannerPlace: Hashable, Sendable {
    /// The device on this USB port, in the kernel's words (`1-1.3`).
    case port(String)
    /// The device with this serial number.
    case serialNumber(String)
    /// The devices with these USB vendor and product numbers.
    case model(vendor: UInt16, product: UInt16)
    /// The device with this node, or with this link to it that udev made.
    case node(String)

    /// Whether a device, as udev describes it, is meant.
    package func fits(_ device: DeviceRecord) -> Bool {
        switch self {
        case .port(let port): device.usb?.port == port
        case .serialNumber(let serial): device.usb?.serial == serial
        case .model(let vendor, let product):
            device.usb?.vendor == vendor && device.usb?.product == product
        case .node(let node): device.node == node || device.links.contains(node)
        }
    }
}
