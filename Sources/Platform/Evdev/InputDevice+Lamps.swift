import CLinuxInput
import Glibc
import SystemPackage

// The lamps of a keyboard: all that it can know of the console's CapsLock.
extension InputDevice {
    /// Puts the CapsLock lamp out if it is lit; tells whether it was and now is not.
    ///
    /// Scanners that make up for CapsLock look at this lamp, which the console sets on every keyboard
    /// (vt/keyboard.c), and exchange the case of what they type. While the device is grabbed nobody
    /// else can set it (input_inject_event), and when it is given back the console sets it anew
    /// (kbd_start): so it is to be called after the grab, once, and nothing has to be put back.
    @discardableResult
    package func putOutCapsLock() -> Bool {
        guard isCapsLockLit else { return false }
        var events = [input_event(), input_event()]
        events[0].type = UInt16(EV_LED)
        events[0].code = UInt16(LED_CAPSL)
        events[1].type = UInt16(EV_SYN)
        let size = MemoryLayout<input_event>.stride * events.count
        let written = unsafe events.withUnsafeBytes { bytes in
            unsafe Glibc.write(descriptor.rawValue, bytes.baseAddress, bytes.count)
        }
        return written == size
    }

    /// Whether the kernel has the lamp lit; a device without lamps says no.
    private var isCapsLockLit: Bool {
        var lamps: [UInt8] = [0, 0]
        let count = unsafe lamps.withUnsafeMutableBytes { buffer in
            unsafe galla_input_lamps(
                descriptor.rawValue, buffer.baseAddress, UInt(buffer.count))
        }
        return count > 0 && lamps[0] & (1 << UInt8(LED_CAPSL)) != 0
    }
}
