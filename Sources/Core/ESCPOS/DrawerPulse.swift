package import Receipts

/// The impulse on the printer's drawer connector (`ESC p`).
package struct DrawerPulse: Hashable, Sendable {
    /// The pin.
    package let pin: DrawerPin
    /// How long the impulse lasts, in units of two milliseconds.
    package let onTime: UInt8
    /// How long the printer waits before another one, in units of two milliseconds.
    package let offTime: UInt8

    /// Gathers an impulse; both times have to be sent, or the drawer opens every second time.
    package init(pin: DrawerPin = .two, onTime: UInt8 = 50, offTime: UInt8 = 250) {
        self.pin = pin
        // 10h before 04h, 05h or 14h would be a real-time command of its own.
        self.onTime = onTime == 0x10 ? 0x11 : onTime
        self.offTime = offTime
    }

    /// The same impulse on another pin.
    package func on(_ pin: DrawerPin) -> DrawerPulse {
        DrawerPulse(pin: pin, onTime: onTime, offTime: offTime)
    }
}
