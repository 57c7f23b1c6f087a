import CLibUSB

/// libusb's context; every handle keeps it, so that it ends after the last of them.
///
/// It never looks for devices itself and starts no thread: devices are found through udev and
/// opened by their node, so that there is one source of news and nothing wakes up while idle.
/// Used by one thread at a time.
@safe
package final class USBContext {
    let pointer: OpaquePointer

    /// Starts libusb; nothing is left behind when it throws.
    package init() throws(USBError) {
        _ = galla_usb_skip_discovery()
        var context: OpaquePointer?
        try USBError.check(unsafe libusb_init(&context))
        guard let context = unsafe context else { throw .noMemory }
        unsafe pointer = context
    }

    deinit {
        unsafe libusb_exit(pointer)
    }
}
