/// What udev says happened to a device, after its rules have run.
package struct DeviceNews: Hashable, Sendable {
    /// The kinds of news the kernel sends.
    package enum Action: Hashable, Sendable {
        /// The device has appeared.
        case add
        /// The device is gone; its record then holds no `usb`, because sysfs has forgotten it.
        case remove
        /// Something about it changed, or its rules were run again (`udevadm trigger`).
        case change
        /// A kernel driver took it.
        case bind
        /// A kernel driver let go of it.
        case unbind
        /// An action that this version has no name for.
        case other(String)

        init(_ word: String) {
            self =
                switch word {
                case "add": .add
                case "remove": .remove
                case "change": .change
                case "bind": .bind
                case "unbind": .unbind
                default: .other(word)
                }
        }
    }

    /// What happened.
    package let action: Action
    /// The device it happened to.
    package let device: DeviceRecord

    /// Whether nothing happened to the device, and somebody wanted its rules to run again.
    ///
    /// The kernel marks news that was written into a device's `uevent` file, as `udevadm trigger`
    /// does, and no other (Documentation/ABI/testing/sysfs-uevent, since Linux 4.13).
    package var isAskedFor: Bool { device.properties["SYNTH_UUID"] != nil }
}
