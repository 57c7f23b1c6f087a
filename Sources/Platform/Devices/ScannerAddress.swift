/// Where scans come from, as a person writes it behind `--scanner`.
///
/// Accepted: `auto`, `evdev:by-id/NAME`, `evdev:port=1-1.3`, `evdev:/dev/input/eventN`, `stdin`.
package enum ScannerAddress: Hashable, Sendable {
    /// Keyboard scanners of the kernel's input interface.
    case evdev(ScannerMatch)
    /// Lines of the standard input.
    case standardInput

    /// Reads an address; the error says what is wrong with it and what can be written.
    package init(_ text: String) throws(DeviceError) {
        switch text {
        case "auto": self = .evdev(.tagged)
        case "stdin": self = .standardInput
        default:
            guard let colon = text.firstIndex(of: ":") else { throw Self.unknown(text) }
            let rest = String(text[text.index(after: colon)...])
            switch text[..<colon] {
            case "evdev": self = .evdev(try Self.match(rest, in: text))
            case "usb", "serial", "replay":
                throw DeviceError(
                    "Scanner address \(text): \(text[...colon]) is not in this version. "
                        + "Switch the scanner to keyboard mode and use auto or evdev:.")
            default: throw Self.unknown(text)
            }
        }
    }

    private static func match(_ rest: String, in text: String) throws(DeviceError) -> ScannerMatch {
        if rest.hasPrefix("by-id/") {
            let name = String(rest.dropFirst("by-id/".count))
            guard !name.isEmpty, !name.contains("/") else { throw malformed(text) }
            return .byID(name)
        }
        if rest.hasPrefix("port=") {
            let port = String(rest.dropFirst("port=".count))
            guard isPort(port) else { throw malformed(text) }
            return .port(port)
        }
        guard rest.hasPrefix("/dev/"), rest.count > "/dev/".count else { throw malformed(text) }
        return .node(rest)
    }

    /// The kernel's form: bus, a dash, then port numbers with dots between them.
    private static func isPort(_ text: String) -> Bool {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        let numbers = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return ([halves[0]] + numbers).allSatisfy { number in
            !number.isEmpty && number.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        }
    }

    private static func malformed(_ text: String) -> DeviceError {
        DeviceError(
            "Scanner address \(text) is not complete. Write evdev:by-id/NAME, evdev:port=1-1.3 or "
                + "evdev:/dev/input/eventN; `galla devices` shows all three.")
    }

    private static func unknown(_ text: String) -> DeviceError {
        DeviceError(
            "There is no scanner address \(text). Write auto, evdev:by-id/NAME, evdev:port=1-1.3, "
                + "evdev:/dev/input/eventN or stdin.")
    }
}
