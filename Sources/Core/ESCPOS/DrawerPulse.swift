/// The impulse on the printer's drawer connector (`ESC p`).
package struct DrawerPulse: Hashable, Sendable {
    /// The pin that carries the impulse.
    package enum Pin: UInt8, Hashable, Sendable {
        /// Pin 2, where most drawers listen.
        case two = 0
        /// Pin 5, for a second drawer.
        case five = 1
    }

    /// The pin.
    package let pin: Pin
    /// How long the impulse lasts, in units of two milliseconds.
    package let onTime: UInt8
    /// How long the printer waits before another one, in units of two milliseconds.
    package let offTime: UInt8

    /// Gathers an impulse; both times have to be sent, or the drawer opens every second time.
    package init(pin: Pin = .two, onTime: UInt8 = 50, offTime: UInt8 = 250) {
        self.pin = pin
        // 10h before 04h, 05h or 14h would be a real-time command of its own.
        self.onTime = onTime == 0x10 ? 0x11 : onTime
        self.offTime = offTime
    }
}
