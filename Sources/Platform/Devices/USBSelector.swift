/// Which of several USB devices is meant.
package enum USBSelector: Hashable, Sendable {
    /// The first one found, in the order of the ports.
    case first
    /// Any of this model: vendor and product number.
    case model(vendor: UInt16, product: UInt16)
    /// The one with this serial number, wherever it is plugged in.
    case serial(String)
    /// Whatever is plugged in here: the kernel's port path, like `1-1.2`.
    case port(String)

    /// Reads what stands after `usb:`; refuses what is none of the four.
    package init(_ text: String) throws(DeviceError) {
        if text.isEmpty {
            self = .first
        } else if let serial = Self.value(of: "serial", in: text) {
            guard !serial.isEmpty else { throw Self.refusal(text) }
            self = .serial(serial)
        } else if let port = Self.value(of: "port", in: text) {
            guard Self.isPort(port) else { throw Self.refusal(text) }
            self = .port(port)
        } else {
            self = try Self.model(text)
        }
    }

    /// Whether a person named the very model.
    var isModel: Bool {
        switch self {
        case .model: true
        case .first, .serial, .port: false
        }
    }

    private static func model(_ text: String) throws(DeviceError) -> USBSelector {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let vendor = number(parts[0]), let product = number(parts[1])
        else { throw refusal(text) }
        return .model(vendor: vendor, product: product)
    }

    private static func number(_ text: Substring) -> UInt16? {
        // UInt16(_:radix:) would take a sign as well.
        guard (1...4).contains(text.utf8.count), text.first != "+" else { return nil }
        return UInt16(text, radix: 16)
    }

    private static func value(of key: String, in text: String) -> String? {
        text.hasPrefix(key + "=") ? String(text.dropFirst(key.count + 1)) : nil
    }

    private static func isPort(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, isDecimal(parts[0]) else { return false }
        return parts[1].split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy(isDecimal)
    }

    private static func isDecimal(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func refusal(_ text: String) -> DeviceError {
        DeviceError(
            "“usb:\(text)” names no USB device. Write usb: for the first one, usb:04b8:0e28 for a "
                + "model, usb:serial=NUMBER or usb:port=1-1.2.")
    }
}

extension USBSelector: CustomStringConvertible {
    /// What stands after `usb:`.
    package var description: String {
        switch self {
        case .first: ""
        case .model(let vendor, let product): "\(hexadecimal(vendor)):\(hexadecimal(product))"
        case .serial(let serial): "serial=\(serial)"
        case .port(let port): "port=\(port)"
        }
    }
}

/// A vendor or product number as it is written: four digits.
func hexadecimal(_ number: UInt16) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
}
