import CUMockdev
import Glibc

/// A made-up /sys and /dev of this process; works only under `umockdev-wrapper`.
///
/// There is one for all tests: another would change the environment under running threads.
@safe
final class Testbed: @unchecked Sendable {
    static let shared = Testbed()

    // Only the one test that runs at a time uses it, from one thread after another.
    private let pointer: UnsafeMutablePointer<UMockdevTestbed>

    /// Whether the process runs under `umockdev-wrapper`, without which nothing here can work.
    ///
    /// `umockdev_in_mock_environment` answers no there too (umockdev 0.17.16).
    static var isAvailable: Bool {
        guard let libraries = unsafe getenv("LD_PRELOAD") else { return false }
        return unsafe String(cString: libraries).contains("libumockdev-preload")
    }

    private init() {
        guard let pointer = unsafe umockdev_testbed_new() else {
            preconditionFailure("umockdev cannot make a testbed")
        }
        unsafe self.pointer = pointer
        // A shared value is never let go: without this its folder would stay in /tmp.
        atexit { Testbed.shared.dissolve() }
    }

    private func dissolve() {
        unsafe galla_mock_release(pointer)
    }

    /// Adds devices in umockdev's text form.
    func add(_ description: String) {
        precondition(unsafe galla_mock_add(pointer, description) == 1, "see standard error")
    }

    /// Sends udev's news of a device.
    func tell(_ action: String, _ syspath: String) {
        unsafe umockdev_testbed_uevent(pointer, syspath, action)
    }

    /// Sets one property of a device, as a udev rule would.
    func set(_ property: String, _ value: String, of syspath: String) {
        unsafe umockdev_testbed_set_property(pointer, syspath, property, value)
    }

    /// Takes a device out of /sys.
    func remove(_ syspath: String) {
        unsafe umockdev_testbed_remove_device(pointer, syspath)
    }

    /// The other end of a device's node: what is written there makes the node readable.
    func wire(of node: String) -> Int32 {
        unsafe umockdev_testbed_get_dev_fd(pointer, node)
    }

    /// Lets `base` answer the requests to a node.
    func attach(_ base: UnsafeMutablePointer<UMockdevIoctlBase>, to node: String) {
        precondition(unsafe galla_mock_attach(pointer, node, base) == 1, "cannot attach \(node)")
    }

    /// Ends that.
    func detach(from node: String) {
        unsafe galla_mock_detach(pointer, node)
    }
}
