import Scanning

/// A name that the shop gives to the scanner on a port, or to the one with a serial number.
///
/// Two identical scanners keep their lanes over replugs and reboots: ports do not move.
package struct ScannerLane: Hashable, Sendable {
    /// What rows on the screen say: `Lane 1`.
    package let name: String
    /// What tells the scanner from others.
    package let mark: Mark

    /// What tells one scanner from another of its kind.
    package enum Mark: Hashable, Sendable {
        /// The USB port it is plugged into, in the kernel's words (`1-1.3`).
        case port(String)
        /// The serial number it states.
        case serialNumber(String)
    }

    /// Names a scanner.
    package init(name: String, mark: Mark) {
        self.name = name
        self.mark = mark
    }

    /// Reads what the settings say behind a name: `port=1-1.3` or `serial=19B1`.
    package init(name: String, place: String) throws(DeviceError) {
        if place.hasPrefix("port=") {
            self.init(name: name, mark: .port(String(place.dropFirst("port=".count))))
        } else if place.hasPrefix("serial=") {
            self.init(name: name, mark: .serialNumber(String(place.dropFirst("serial=".count))))
        } else {
            throw DeviceError(
                "The lane \(name) is at \(place); write port=1-1.3 or serial=NUMBER.")
        }
    }

    /// Whether the lane is the one of a device on this port with this serial number.
    func fits(port: String?, serial: String?) -> Bool {
        switch mark {
        case .port(let own): own == port
        case .serialNumber(let own): own == serial
        }
    }
}
