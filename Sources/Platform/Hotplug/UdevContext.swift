import CLibUdev
import Glibc
import SystemPackage

/// libudev's context: not for two threads at once, so each user makes one of its own.
@safe
struct UdevContext: ~Copyable {
    let pointer: OpaquePointer

    init() throws(HotplugError) {
        guard let pointer = unsafe udev_new() else {
            throw HotplugError(.start, Errno(rawValue: Glibc.errno))
        }
        unsafe self.pointer = pointer
    }

    deinit {
        _ = unsafe udev_unref(pointer)
    }
}
