import CUMockdev
import Glibc

/// A made-up `/sys` and `/dev` for this process, and news of devices in it (umockdev).
///
/// One at a time in a process that runs under `umockdev-wrapper`.
@safe
final class Testbed: @unchecked Sendable {
    // umockdev itself serves requests on a thread beside the one that makes the devices.
    private let pointer: UnsafeMutablePointer<UMockdevTestbed>

    /// Whether the process runs under `umockdev-wrapper`; without it there is no test bed.
    static var isPossible: Bool {
        // umockdev's own question is about a test bed that exists already.
        guard let preloaded = unsafe getenv("LD_PRELOAD") else { return false }
        return unsafe String(cString: preloaded).contains("libumockdev-preload")
    }

    init() {
        guard let made = unsafe umockdev_testbed_new() else {
            preconditionFailure("umockdev makes no test bed")
        }
        unsafe pointer = made
    }

    deinit {
        unsafe galla_mock_release(pointer)
    }

    /// Adds a device from umockdev's text form, with its node; tells whether it was understood.
    func add(_ text: String) -> Bool {
        unsafe galla_mock_add(pointer, text) != 0
    }

    /// Removes a device and tells whoever listens.
    ///
    /// As in the kernel it is off its bus before anybody hears of it; umockdev alone would tell
    /// first, because it needs the folder for the telling.
    func remove(_ syspath: String, bus: String, name: String) {
        if let root = unsafe umockdev_testbed_get_root_dir(pointer) {
            defer { unsafe g_free(root) }
            let link = unsafe String(cString: root) + "/sys/bus/\(bus)/devices/\(name)"
            unsafe unlink(link)
        }
        unsafe umockdev_testbed_uevent(pointer, syspath, "remove")
        unsafe umockdev_testbed_remove_device(pointer, syspath)
    }

    /// Tells whoever listens that something happened to a device.
    func announce(_ syspath: String, _ action: String) {
        unsafe umockdev_testbed_uevent(pointer, syspath, action)
    }

    /// Has the requests on a node answered at `port`, which umockdev keeps.
    func attach(_ node: String, _ port: RequestPort) -> Bool {
        unsafe galla_mock_attach(pointer, node, port.pointer) != 0
    }

    /// Stops answering the requests on a node.
    func detach(_ node: String) {
        unsafe galla_mock_detach(pointer, node)
    }
}
