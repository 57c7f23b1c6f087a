/// The kinds of device address; a driver reads what stands behind the kind.
enum DeviceSchemes {
    /// Printers' addresses, as a message lists them.
    static let printerExamples =
        "\"usb:\", \"usb:04b8:0e28\", \"lp:/dev/usb/lp0\", \"tcp://192.168.1.50:9100\", "
        + "\"file:/tmp/paper\", \"emulated:\" or \"none:\""
    /// Scanners' addresses, as a message lists them.
    static let scannerExamples =
        "[\"auto\"], [\"evdev:port=1-1.3\"], [\"usb:05e0:1200\"], [\"serial:/dev/ttyACM0\"] or [] "
        + "for none"

    /// Whether a text begins like a printer's address.
    static func isPrinter(_ address: String) -> Bool {
        let bare = ["emulated:", "none:"]
        let withTarget = ["lp:/", "tcp://", "file:"]
        return bare.contains(address) || address.hasPrefix("usb:")
            || withTarget.contains { address.hasPrefix($0) && address != $0 }
    }

    /// Whether a text begins like a scanner's address.
    static func isScanner(_ address: String) -> Bool {
        let bare = ["auto", "stdin"]
        let withTarget = ["evdev:", "usb:", "serial:", "replay:"]
        return bare.contains(address)
            || withTarget.contains { address.hasPrefix($0) && address != $0 }
    }
}
