/// What udev says happened to a device, after its rules have run.
///
/// It is the message alone. What else there is to know of the device (`DeviceList.device`) stands
/// in sysfs, where reading waits while the kernel sets the device up.
package struct DeviceNews: Hashable, Sendable {
    /// The kinds of news the kernel sends.
    package enum Action: Hashable, Sendable {
        /// The device has appeared.
        case add
        /// The device is gone, and sysfs has forgotten it.
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
    /// The folder of the device under `/sys`.
    package let syspath: String
    /// The kernel's group: `input`, `usb`.
    package let subsystem: String
    /// A narrower type within it (`usb_device`, `usb_interface`), if the kernel has one.
    package let deviceType: String?
    /// Whether nothing happened to the device, and somebody wanted its rules to run again.
    ///
    /// The kernel marks news that was written into a device's `uevent` file, as `udevadm trigger`
    /// does, and no other (Documentation/ABI/testing/sysfs-uevent, since Linux 4.13).
    package let isAskedFor: Bool

    /// Tells of something that happened.
    package init(
        action: Action, syspath: String, subsystem: String, deviceType: String? = nil,
        isAskedFor: Bool = false
    ) {
        self.action = action
        self.syspath = syspath
        self.subsystem = subsystem
        self.deviceType = deviceType
        self.isAskedFor = isAskedFor
    }
}
