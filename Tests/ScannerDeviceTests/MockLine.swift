import CUMockdev
import Glibc
import Synchronization

/// A CDC-ACM scanner in the testbed: umockdev puts a pseudo-terminal behind its node.
final class MockLine {
    let port: String
    let node: String
    private let device: String

    // umockdev leaves a node's link behind when its device is removed.
    private static let lastNumber = Atomic(-1)

    /// Puts a scanner into the testbed; udev's news of it is the test's to send.
    init(port: String = "1-4", isTagged: Bool = true) {
        let number = Self.lastNumber.add(1, ordering: .relaxed).newValue
        self.port = port
        node = "/dev/ttyACM\(number)"
        device = "/devices/pci0000:00/0000:00:14.0/usb1/\(port)"
        Testbed.shared.add(
            """
            P: \(device)
            E: SUBSYSTEM=usb
            E: DEVTYPE=usb_device
            A: idVendor=05f9
            A: idProduct=4204
            A: product=Gryphon

            P: \(device)/\(port):1.0/tty/ttyACM\(number)
            N: ttyACM\(number)
            E: SUBSYSTEM=tty
            E: DEVNAME=\(node)
            E: MAJOR=166
            E: MINOR=\(number)
            E: DEVLINKS=/dev/serial/by-id/usb-Gryphon-\(number)
            E: ID_GALLA_SCANNER=\(isTagged ? 1 : 0)

            """)
        serveRequests()
    }

    /// Takes the requests that keep others away: without this umockdev refuses them.
    private func serveRequests() {
        guard let base = unsafe umockdev_ioctl_base_new() else {
            preconditionFailure("umockdev cannot serve requests")
        }
        let takeAll: MockSignal = { _, client, _ in
            unsafe MockRequest(client).complete(bytes: [])
            return 1
        }
        unsafe connect(takeAll, to: "handle-ioctl", of: base, nil)
        unsafe Testbed.shared.attach(base, to: node)
    }

    var syspath: String { "/sys\(device)/\(port):1.0/tty/\(node.dropFirst("/dev/".count))" }

    /// Sends bytes as the scanner does.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        let wire = Testbed.shared.wire(of: node)
        let count = unsafe write(wire, bytes, bytes.count)
        precondition(count == bytes.count, "the wire of \(node) is broken")
    }

    /// Lets udev tell of it.
    func tell(_ action: String) {
        Testbed.shared.tell(action, syspath)
    }

    /// Takes it out of the testbed again.
    func remove() {
        Testbed.shared.detach(from: node)
        Testbed.shared.remove(syspath)
        Testbed.shared.remove("/sys" + device)
    }
}
