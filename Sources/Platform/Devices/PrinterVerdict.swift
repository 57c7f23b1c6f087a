import Hotplug
import USB

/// Whether a USB interface of the printer class would be printed on, with the reason.
struct PrinterVerdict {
    let accepted: Bool
    let reason: String

    /// Judges an interface by what the kernel says of it, without opening its device.
    init(of interface: DeviceRecord, node: String?, selector: USBSelector?, isFirst: Bool) {
        let why = Self.objection(interface, node, selector, isFirst)
        accepted = why == nil
        reason = why ?? "The printer address usb:\(selector?.description ?? "") means it."
    }

    /// Class 7 of USB is the printers' (the kernel writes class/subclass/protocol).
    static func concerns(_ interface: DeviceRecord) -> Bool {
        interface.properties["INTERFACE"]?.hasPrefix("7/") ?? false || isVendorPrinter(interface)
    }

    private static func objection(
        _ interface: DeviceRecord, _ node: String?, _ selector: USBSelector?, _ isFirst: Bool
    ) -> String? {
        let kind = interface.properties["INTERFACE"]
        let isPlain = PrinterInterface.kinds.contains { $0.description == kind }
        guard isPlain || isVendorPrinter(interface) else {
            return "It wraps what it prints in packets of its own (\(protocolName(interface))), "
                + "which no receipt printer does."
        }
        guard let usb = interface.usb, let selector else {
            return "The configured printer is not on USB. To use this one: --printer usb:"
        }
        guard means(selector, usb) else {
            return "The printer address usb:\(selector) means another. To use this one: "
                + "--printer usb:port=\(usb.port)"
        }
        guard isFirst || selector != .first else {
            return "Another printer comes first. To use this one: --printer usb:port=\(usb.port)"
        }
        guard let node, DeviceNode.refusal(of: node, writing: true) == nil else {
            return "No permission to write to \(node ?? "its node"). Install Galla's udev rules "
                + "and put the user into the group galla (sudo adduser USER galla, then log in "
                + "again)."
        }
        return nil
    }

    /// Whether it is a known printer's interface in the vendor's own class.
    private static func isVendorPrinter(_ interface: DeviceRecord) -> Bool {
        guard let usb = interface.usb else { return false }
        let numbers = PrinterIdentity.USBNumbers(vendor: usb.vendor, product: usb.product)
        return interface.properties["INTERFACE"]?.hasPrefix("255/") ?? false
            && PrinterInterface.vendorPrinters.contains(numbers)
    }

    private static func protocolName(_ interface: DeviceRecord) -> String {
        switch interface.properties["INTERFACE"] {
        case "7/1/4": "IPP over USB"
        default: "interface \(interface.properties["INTERFACE"] ?? "unknown")"
        }
    }

    private static func means(_ selector: USBSelector, _ device: USBParent) -> Bool {
        switch selector {
        case .first: true
        case .model(let vendor, let product): device.vendor == vendor && device.product == product
        case .serial(let serial): device.serial == serial
        case .port(let port): device.port == port
        }
    }
}
