package import Scanning

/// A scanner that was found by scanning, and what makes it known from then on.
package struct LearntScanner: Hashable, Sendable {
    /// Its port.
    package let port: ScannerPort
    /// How many characters the scan had.
    package let characters: Int
    /// Nanoseconds that the scan took.
    package let duration: UInt64
    /// Whether it sends something behind a scan.
    package let hasTerminator: Bool

    /// Gathers what was seen.
    package init(port: ScannerPort, characters: Int, duration: UInt64, hasTerminator: Bool) {
        self.port = port
        self.characters = characters
        self.duration = duration
        self.hasTerminator = hasTerminator
    }

    /// The address for `--scanner`: by serial number where there is one, else by the socket.
    package var address: String {
        let scanner = port.scanner
        let place = safeSerial.map { "serial=\($0)" } ?? "port=\(scanner.port)"
        return switch port.way {
        case .keyboard: scanner.vendor == 0 ? "evdev:\(port.node)" : "evdev:\(place)"
        case .hidPOS: "usb:\(place)"
        case .serial: scanner.vendor == 0 ? "serial:\(port.node)" : "serial:port=\(scanner.port)"
        }
    }

    /// What it is, in a line.
    package var facts: String {
        let scanner = port.scanner
        let ids =
            scanner.vendor == 0
            ? ""
            : ", \(WatchRow.hexadecimal(scanner.vendor)):\(WatchRow.hexadecimal(scanner.product))"
        return "\(shownName), \(port.way.rawValue), port \(scanner.port)\(ids)"
    }

    /// How it scanned, in a line.
    package var pace: String {
        "\(characters) characters in \(ScanVerdict.milliseconds(duration)), "
            + (hasTerminator ? "ended by Enter or Tab" : "no terminator")
    }

    /// The name without anything that could end a comment.
    var shownName: String { ShownPayload.text(of: Array(port.scanner.name.utf8)) }

    /// The line for udev that marks this very device as a scanner; nil where it is not on USB.
    ///
    /// Narrow on purpose: the numbers of a cheap scanner can be those of a person's keyboard, so
    /// the serial number or the socket must fit as well.
    var rule: String? {
        let scanner = port.scanner
        guard scanner.vendor != 0 else { return nil }
        let numbers =
            "ATTRS{idVendor}==\"\(WatchRow.hexadecimal(scanner.vendor))\", "
            + "ATTRS{idProduct}==\"\(WatchRow.hexadecimal(scanner.product))\""
        guard let place = safeSerial.map({ "ATTRS{serial}==\"\($0)\"" }) ?? socket else {
            return nil
        }
        let kind =
            switch port.way {
            case .keyboard: "SUBSYSTEM==\"input\", KERNEL==\"event*\""
            case .serial: "SUBSYSTEM==\"tty\", KERNEL==\"ttyACM*|ttyUSB*\""
            case .hidPOS: "SUBSYSTEM==\"usb\", ENV{DEVTYPE}==\"usb_device\""
            }
        return "\(kind), \(numbers), \(place), ENV{ID_GALLA_SCANNER}=\"1\""
    }

    /// The serial number, if it has nothing that udev or a shell would read as more than letters.
    private var safeSerial: String? {
        guard let serial = port.scanner.serial, !serial.isEmpty, serial.utf8.count <= 64,
            serial.utf8.allSatisfy(Self.isPlain)
        else { return nil }
        return serial
    }

    private var socket: String? {
        let path = port.scanner.port
        return path.utf8.allSatisfy(Self.isPlain) && !path.isEmpty ? "KERNELS==\"\(path)\"" : nil
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        }
    }
}
