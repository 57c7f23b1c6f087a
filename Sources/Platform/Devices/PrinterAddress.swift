/// Where receipts go, as a person writes it in the configuration or after `--printer`.
package enum PrinterAddress: Hashable, Sendable {
    /// A USB printer: `usb:`, `usb:04b8:0e28`, `usb:serial=X2A4`, `usb:port=1-1.2`.
    case usb(USBSelector)
    /// A file that the bytes are appended to: `file:PATH`.
    case file(path: String)
    /// Drawn as text by the program: `emulated:`.
    case emulated
    /// No receipts on paper: `none:`.
    case none

    /// Reads an address; refuses what it does not know, saying what it would take.
    package init(_ text: String) throws(DeviceError) {
        guard let colon = text.firstIndex(of: ":") else {
            throw DeviceError("“\(text)” is no printer. \(Self.help)")
        }
        let rest = String(text[text.index(after: colon)...])
        switch String(text[..<colon]) {
        case "usb": self = .usb(try USBSelector(rest))
        case "file": self = .file(path: try Self.path(rest))
        case "emulated": self = try Self.bare(.emulated, rest, text)
        case "none": self = try Self.bare(.none, rest, text)
        case "lp", "tcp":
            throw DeviceError(
                "“\(text)”: printers behind lp: and tcp: are not supported yet. Use usb: for a "
                    + "USB printer: the kernel's /dev/usb/lp0 is taken and given back by itself.")
        default:
            throw DeviceError("“\(text)” is no printer. \(Self.help)")
        }
    }

    private static let help =
        "Write usb:, usb:VENDOR:PRODUCT, usb:serial=NUMBER, usb:port=1-1.2, file:PATH, emulated: "
        + "or none:."

    private static func path(_ rest: String) throws(DeviceError) -> String {
        guard !rest.isEmpty, !rest.hasPrefix("//"), !rest.utf8.contains(0) else {
            throw DeviceError(
                "“file:\(rest)” names no file. Write file:PATH, like file:/tmp/paper.")
        }
        return rest
    }

    private static func bare(
        _ address: PrinterAddress, _ rest: String, _ text: String
    ) throws(DeviceError) -> PrinterAddress {
        guard rest.isEmpty else {
            throw DeviceError("“\(text)”: nothing stands after the colon. Write \(address).")
        }
        return address
    }
}

extension PrinterAddress: CustomStringConvertible {
    /// The address as it is written; reading it again gives the same address.
    package var description: String {
        switch self {
        case .usb(let selector): "usb:\(selector)"
        case .file(let path): "file:\(path)"
        case .emulated: "emulated:"
        case .none: "none:"
        }
    }
}
