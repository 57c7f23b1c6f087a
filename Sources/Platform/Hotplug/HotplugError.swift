package import SystemPackage

/// udev could not be asked; nothing is left open.
package struct HotplugError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done when it failed.
    package enum Step: String, Hashable, Sendable {
        /// Making libudev's context.
        case start = "start libudev"
        /// Opening the netlink socket of udev's news.
        case listen = "listen to udev"
        /// Choosing the subsystems to hear of.
        case filter = "choose the kinds of device to hear of"
        /// Listing the devices that are there.
        case list = "list the devices"
    }

    /// The step that failed.
    package let step: Step
    /// The kernel's reason.
    package let errno: Errno

    init(_ step: Step, _ errno: Errno) {
        self.step = step
        self.errno = errno
    }

    /// One sentence with what to look at.
    package var description: String {
        "Cannot \(step.rawValue): \(errno). Look whether systemd-udevd is running and, under "
            + "systemd, that the unit has no PrivateNetwork=yes."
    }
}
