import CLibUdev
import Glibc
package import SystemPackage

/// Hears of devices that come and go, after udev's rules have run (netlink group `udev`).
///
/// Made, used and let go on one thread. News from before it was made is not repeated: make it
/// first, then list what is there.
@safe
package final class DeviceMonitor {
    private let context: UdevContext
    private let pointer: OpaquePointer
    private var lostNews = false

    /// Enough for some thousands of messages: a hub full of devices must not overflow it.
    private static let bufferBytes: Int32 = 4 << 20

    /// Listens to news of these subsystems.
    ///
    /// Nothing is left open when it throws.
    package init(subsystems: [Subsystem]) throws(HotplugError) {
        context = try UdevContext()
        guard let monitor = unsafe udev_monitor_new_from_netlink(context.pointer, "udev") else {
            throw HotplugError(.listen, Errno(rawValue: Glibc.errno))
        }
        unsafe pointer = monitor
        try filter(subsystems)
        // A refusal leaves the kernel's default size, and an overflow is noticed in `next`.
        _ = unsafe udev_monitor_set_receive_buffer_size(pointer, Self.bufferBytes)
        try check(unsafe udev_monitor_enable_receiving(pointer), .listen)
    }

    deinit {
        _ = unsafe udev_monitor_unref(pointer)
    }

    /// Readable while there is news.
    ///
    /// It stays the monitor's own.
    package var descriptor: FileDescriptor {
        FileDescriptor(rawValue: unsafe udev_monitor_get_fd(pointer))
    }

    /// The next piece of news, or nil when there is no more now.
    ///
    /// Never waits: it holds what udev's message says and nothing else.
    package func next() -> DeviceNews? {
        Glibc.errno = 0
        guard let received = unsafe udev_monitor_receive_device(pointer) else {
            if Glibc.errno == ENOBUFS { lostNews = true }
            return nil
        }
        return unsafe UdevDevice(adopting: received).news()
    }

    /// Whether the kernel dropped news since the last time asked: then list the devices anew.
    package func takeLoss() -> Bool {
        defer { lostNews = false }
        return lostNews
    }

    private func filter(_ subsystems: [Subsystem]) throws(HotplugError) {
        for subsystem in subsystems {
            try check(
                unsafe udev_monitor_filter_add_match_subsystem_devtype(
                    pointer, subsystem.name, subsystem.deviceType),
                .filter)
        }
    }

    private func check(_ code: Int32, _ step: HotplugError.Step) throws(HotplugError) {
        // libudev answers a negative errno.
        guard code >= 0 else { throw HotplugError(step, Errno(rawValue: -code)) }
    }
}
