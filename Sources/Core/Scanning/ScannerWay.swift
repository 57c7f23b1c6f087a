/// The way a scanner's data takes into the machine, best last.
package enum ScannerWay: String, Hashable, Sendable, CaseIterable {
    /// It types: key events of the kernel's input interface.
    case keyboard
    /// It is a serial line (CDC-ACM, `/dev/ttyACM0`): bytes, ended by a terminator.
    case serial
    /// It sends HID reports of the scanner page (0x8C): bytes whose ends and symbology are known.
    case hidPOS = "hid-pos"
}
