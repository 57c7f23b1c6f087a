import CLibUSB
import Linux
package import SystemPackage

/// An open USB device; closing it is letting go of it.
@safe
package struct USBDeviceHandle: ~Copyable {
    let context: USBContext
    let pointer: OpaquePointer
    // libusb uses the descriptor of the node and leaves closing it to us.
    private let node: OpenDescriptor

    /// The node's descriptor, which libusb waits on; it stays the device's own.
    var descriptor: FileDescriptor { node.raw }

    /// Why a device's node could not be opened.
    package enum OpenFailure: Error, Hashable {
        /// The kernel refused to open the node.
        case node(Errno)
        /// libusb refused the open node.
        case device(USBError)
    }

    /// Opens a device by its node (`/dev/bus/usb/001/004`); nothing stays open when it throws.
    package init(node path: String, in context: USBContext) throws(OpenFailure) {
        let opened = try Self.open(path)
        var handle: OpaquePointer?
        let code = unsafe libusb_wrap_sys_device(
            context.pointer, Int(opened.raw.rawValue), &handle)
        guard code == 0, let handle = unsafe handle else {
            throw .device(USBError(rawValue: code))
        }
        unsafe pointer = handle
        node = opened
        self.context = context
    }

    deinit {
        unsafe libusb_close(pointer)
    }

    /// Takes an interface for this program alone, from the kernel's driver if that has it.
    ///
    /// The device is closed again when it throws: `busy` means that another program holds it.
    package consuming func claim(_ setting: InterfaceSetting) throws(USBError) -> ClaimedInterface {
        try detachKernelDriver(of: setting.number)
        try USBError.check(unsafe libusb_claim_interface(pointer, Int32(setting.number)))
        let claimed = ClaimedInterface(setting: setting, device: self)
        try claimed.selectAlternate()
        return claimed
    }

    /// Asks the kernel's own driver to take an interface; tells whether one did.
    package borrowing func attachKernelDriver(of interface: UInt8) -> Bool {
        unsafe libusb_attach_kernel_driver(pointer, Int32(interface)) == 0
    }

    private static func open(_ path: String) throws(OpenFailure) -> OpenDescriptor {
        do throws(Errno) {
            return try OpenDescriptor(path: path, .readWrite)
        } catch {
            throw .node(error)
        }
    }

    private borrowing func detachKernelDriver(of interface: UInt8) throws(USBError) {
        do {
            try USBError.check(unsafe libusb_detach_kernel_driver(pointer, Int32(interface)))
        } catch .notFound {
            // No kernel driver has it: usblp is not loaded, or was detached by a run that was
            // killed. Claiming works all the same.
        }
    }
}
