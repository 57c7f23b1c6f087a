/// Where receipts go, as a person writes it in the configuration or after `--printer`.
package enum PrinterAddress: Hashable, Sendable {
    /// A USB printer: `usb:`, `usb:04b8:0e28`, `usb:serial=X2A4`, `usb:port=1-1.2`.
    case usb(USBSelector)
    /// A USB printer through the kernel's own driver: `lp:/dev/usb/lp0`.
    case line(path: String)
    /// A printer in the network: `tcp://192.168.1.50:9100`.
    case network(host: String, port: UInt16)
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
        case "lp": self = .line(path: try Self.node(rest))
        case "tcp": self = try Self.network(rest)
        default:
            throw DeviceError("“\(text)” is no printer. \(Self.help)")
        }
    }

    private static let help =
        "Write usb:, usb:VENDOR:PRODUCT, usb:serial=NUMBER, usb:port=1-1.2, lp:/dev/usb/lp0, "
        + "tcp://HOST:9100, file:PATH, emulated: or none:."

    private static func node(_ rest: String) throws(DeviceError) -> String {
        guard rest.hasPrefix("/dev/"), !rest.hasSuffix("/"), !rest.utf8.contains(0) else {
            throw DeviceError(
                "“lp:\(rest)” names no printer of the kernel. Write lp:/dev/usb/lp0.")
        }
        return rest
    }

    /// `//HOST` or `//HOST:PORT`; an IPv6 address stands in brackets; 9100 is the usual port.
    private static func network(_ rest: String) throws(DeviceError) -> PrinterAddress {
        let refusal = DeviceError(
            "“tcp:\(rest)” names no printer in the network. Write tcp://192.168.1.50:9100.")
        guard rest.hasPrefix("//") else { throw refusal }
        var place = rest.dropFirst(2)
        var port: UInt16 = 9_100
        let afterHost = place.lastIndex(of: "]").map { place.index(after: $0) } ?? place.startIndex
        if let colon = place[afterHost...].lastIndex(of: ":") {
            let digits = place[place.index(after: colon)...]
            guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = UInt16(digits),
                number > 0
            else { throw refusal }
            port = number
            place = place[..<colon]
        }
        let host = place.hasPrefix("[") && place.hasSuffix("]") ? place.dropFirst().dropLast() : place
        let isPlain = host.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "@")
        }
        guard !host.isEmpty, isPlain, host.count == place.count ? !host.contains(":") : true
        else { throw refusal }
        return .network(host: String(host), port: port)
    }

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
        case .line(let path): "lp:\(path)"
        case .network(let host, let port):
            host.contains(":") ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
        case .file(let path): "file:\(path)"
        case .emulated: "emulated:"
        case .none: "none:"
        }
    }
}
