import Scanning

/// Where scans come from, as a person writes it behind `--scanner`.
///
/// | address | means |
/// |---|---|
/// | `auto` | every scanner that the udev rules mark, whatever way it talks |
/// | `evdev:by-id/NAME`, `evdev:port=1-1.3`, `evdev:serial=…`, `evdev:/dev/input/eventN` | a keyboard scanner |
/// | `usb:VID:PID`, `usb:serial=…`, `usb:port=1-1.3` | a HID-POS scanner |
/// | `serial:/dev/ttyACM0`, `serial:by-id/NAME`, `serial:port=1-1.3` | a serial scanner |
/// | `replay:FILE`, `replay:FILE,speed=10`, `replay:FILE,speed=max` | what was recorded |
/// | `stdin` | lines of the standard input |
///
/// A serial address may end in the line's speed and framing: `serial:/dev/ttyACM0,115200,8N1`.
package enum ScannerAddress: Hashable, Sendable {
    /// Scanners on cables.
    case hardware(ScannerMatch)
    /// Lines of the standard input.
    case standardInput
    /// A recording in a file, and how fast it is played.
    case replay(path: String, ReplaySpeed)

    /// Reads an address; the error says what is wrong with it and what can be written.
    package init(_ text: String) throws(DeviceError) {
        switch text {
        case "auto": self = .hardware(.tagged)
        case "stdin": self = .standardInput
        default:
            guard let colon = text.firstIndex(of: ":") else { throw Self.unknown(text) }
            let rest = String(text[text.index(after: colon)...])
            switch text[..<colon] {
            case "evdev": self = .hardware(.keyboard(try Self.keyboard(rest, in: text)))
            case "usb": self = .hardware(.hidPOS(try Self.hidPOS(rest, in: text)))
            case "serial": self = .hardware(try Self.serial(rest, in: text))
            case "replay": self = try Self.replay(rest, in: text)
            default: throw Self.unknown(text)
            }
        }
    }

    private static func keyboard(
        _ rest: String, in text: String
    ) throws(DeviceError) -> ScannerPlace {
        if let place = node(rest, linkedFrom: "/dev/input/by-id/") ?? port(rest)
            ?? serialNumber(rest)
        {
            return place
        }
        throw DeviceError(
            "Scanner address \(text) is not complete. Write evdev:by-id/NAME, evdev:port=1-1.3, evdev:serial=… or "
                + "evdev:/dev/input/eventN; `galla devices` shows all three.")
    }

    private static func hidPOS(
        _ rest: String, in text: String
    ) throws(DeviceError) -> ScannerPlace {
        if let place = port(rest) ?? serialNumber(rest) { return place }
        let numbers = rest.split(separator: ":", omittingEmptySubsequences: false)
        if numbers.count == 2, let vendor = hexadecimal(numbers[0]),
            let product = hexadecimal(numbers[1])
        {
            return .model(vendor: vendor, product: product)
        }
        throw DeviceError(
            "Scanner address \(text) is not complete. Write usb:05e0:1900 (vendor and product, four "
                + "hexadecimal digits each), usb:serial=… or usb:port=1-1.3; `galla devices` shows "
                + "them.")
    }

    private static func serial(
        _ rest: String, in text: String
    ) throws(DeviceError) -> ScannerMatch {
        let place = rest.prefix { $0 != "," }
        let words = rest.dropFirst(place.count + 1)
        let line = words.isEmpty ? nil : SerialLine(String(words))
        guard line != nil || place.endIndex == rest.endIndex else {
            throw DeviceError(
                "Scanner address \(text): \(words) is no serial line. Write a speed and a framing "
                    + "behind the comma, like 9600,8N1 or 115200.")
        }
        if let found = node(String(place), linkedFrom: "/dev/serial/by-id/") ?? port(String(place))
        {
            return .serial(found, line)
        }
        throw DeviceError(
            "Scanner address \(text) is not complete. Write serial:/dev/ttyACM0, "
                + "serial:by-id/NAME or serial:port=1-1.3; `galla devices` shows all three.")
    }

    private static func replay(
        _ rest: String, in text: String
    ) throws(DeviceError) -> ScannerAddress {
        var path = rest
        var speed = ReplaySpeed.recorded
        // A comma may be part of a file's name; behind the last one stands a speed or nothing of ours.
        if let comma = rest.lastIndex(of: ","), rest[comma...].hasPrefix(",speed=") {
            path = String(rest[..<comma])
            guard let asked = ReplaySpeed(String(rest[comma...].dropFirst(",speed=".count))) else {
                throw DeviceError(
                    "Scanner address \(text): the speed must be max or a number from 0.01 to 10000."
                )
            }
            speed = asked
        }
        guard !path.isEmpty else {
            throw DeviceError("Scanner address \(text) names no file. Write replay:FILE.")
        }
        return .replay(path: path, speed)
    }

    private static func node(_ text: String, linkedFrom folder: String) -> ScannerPlace? {
        if text.hasPrefix("by-id/") {
            let name = text.dropFirst("by-id/".count)
            return name.isEmpty || name.contains("/") ? nil : .node(folder + name)
        }
        return text.hasPrefix("/dev/") && text != "/dev/" ? .node(text) : nil
    }

    private static func serialNumber(_ text: String) -> ScannerPlace? {
        let mark = "serial="
        guard text.hasPrefix(mark), text != mark else { return nil }
        return .serialNumber(String(text.dropFirst(mark.count)))
    }

    /// The kernel's form: bus, a dash, then port numbers with dots between them.
    private static func port(_ text: String) -> ScannerPlace? {
        guard text.hasPrefix("port=") else { return nil }
        let path = text.dropFirst("port=".count)
        let halves = path.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let numbers = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        let isPath = ([halves[0]] + numbers).allSatisfy { number in
            !number.isEmpty && number.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        }
        return isPath ? .port(String(path)) : nil
    }

    private static func hexadecimal(_ text: Substring) -> UInt16? {
        text.count == 4 && text.allSatisfy(\.isHexDigit) ? UInt16(text, radix: 16) : nil
    }

    private static func unknown(_ text: String) -> DeviceError {
        DeviceError(
            "There is no scanner address \(text). Write auto, evdev:by-id/NAME, evdev:port=1-1.3, "
                + "usb:VID:PID, serial:/dev/ttyACM0 or stdin.")
    }
}
