/// A kind of device to hear of, as the kernel groups them.
package struct Subsystem: Hashable, Sendable {
    /// The kernel's name: `input`, `usb`, `usbmisc`.
    package let name: String
    /// A narrower type within it (`usb_device`, `usb_interface`); nil means all.
    package let deviceType: String?

    /// Names a subsystem and, where it is too wide, a type within it.
    package init(name: String, deviceType: String? = nil) {
        self.name = name
        self.deviceType = deviceType
    }
}
