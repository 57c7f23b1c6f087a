/// A device as udev knows it, copied out of libudev: it stays valid when the device goes.
package struct DeviceRecord: Hashable, Sendable {
    /// Its folder under `/sys`: the same for as long as it stays plugged in.
    package let syspath: String
    /// The last part of its folder: `event3`, `1-1.2`.
    package let sysname: String
    /// The kernel's group: `input`, `usb`.
    package let subsystem: String
    /// Its node under `/dev`, if it has one.
    package let node: String?
    /// Whether udev's rules have run for it: before that its node has no final permissions.
    package let isInitialised: Bool
    /// udev's properties, those of our own rules among them.
    package let properties: [String: String]
    /// What the device behind an input node calls itself (sysfs `name`); nil for others.
    package let inputName: String?
    /// The keys of the device behind an input node (sysfs `capabilities/key`); nil for others.
    package let inputKeys: String?
    /// The USB device it belongs to, or is; nil without one and after it has gone.
    package let usb: USBParent?

    /// Gathers what udev says of a device.
    package init(
        syspath: String, sysname: String, subsystem: String, node: String?, isInitialised: Bool,
        properties: [String: String], inputName: String?, inputKeys: String?, usb: USBParent?
    ) {
        self.syspath = syspath
        self.sysname = sysname
        self.subsystem = subsystem
        self.node = node
        self.isInitialised = isInitialised
        self.properties = properties
        self.inputName = inputName
        self.inputKeys = inputKeys
        self.usb = usb
    }

    /// The links under `/dev` that udev made for its node.
    package var links: [String] {
        (properties["DEVLINKS"] ?? "").split(separator: " ").map(String.init)
    }
}
