import Scanning

/// Where a kiosk's keys come from, as a person writes it behind `--keypad`.
///
/// `auto` takes every keypad that the udev rules mark (`ID_GALLA_KEYPAD`), `evdev:by-id/NAME`,
/// `evdev:port=1-1.3` and `evdev:/dev/input/eventN` a certain one, `stdin` lines of the standard
/// input, `none` none.
package enum KeypadAddress: Hashable, Sendable {
    /// Keypads that the udev rules mark.
    case tagged
    /// A certain one.
    case place(ScannerPlace)
    /// Lines of the standard input.
    case standardInput
    /// None.
    case none

    /// Reads an address; the error says what is wrong with it and what can be written.
    package init(_ text: String) throws(DeviceError) {
        switch text {
        case "auto": self = .tagged
        case "stdin": self = .standardInput
        case "none": self = .none
        default:
            guard text.hasPrefix("evdev:"),
                case .hardware(.keyboard(let place)) = try ScannerAddress(text)
            else {
                throw DeviceError(
                    "\(text) is no keypad. Write auto, evdev:by-id/NAME, evdev:port=1-1.3, stdin "
                        + "or none; `galla devices` shows what is plugged in.")
            }
            self = .place(place)
        }
    }
}
