import CUMockdev
import Glibc
import Scanning

/// The type of umockdev's signals, whose callbacks GObject takes under one cast.
typealias MockSignal =
    @convention(c) (
        UnsafeMutablePointer<UMockdevIoctlBase>?, UnsafeMutablePointer<UMockdevIoctlClient>?,
        gpointer?
    ) -> gboolean

/// Connects a callback to one of umockdev's signals.
func connect(
    _ callback: MockSignal, to signal: String, of base: UnsafeMutablePointer<UMockdevIoctlBase>,
    _ user: gpointer?
) {
    let erased = unsafe unsafeBitCast(callback, to: GCallback.self)
    unsafe g_signal_connect_data(base, signal, erased, user, nil, GConnectFlags(rawValue: 0))
}

/// What a mock node can refuse a request with.
enum MockFailure: Int32, Error {
    case noDevice = 19  // ENODEV
    case wouldBlock = 11  // EAGAIN
    case busy = 16  // EBUSY
    case invalid = 22  // EINVAL
}

/// One request of the driver to a mock node, to be completed or failed once.
@safe
struct MockRequest {
    private let client: UnsafeMutablePointer<UMockdevIoctlClient>

    /// The size of `struct input_event` on 64-bit machines.
    static let eventSize = 24

    init(_ client: UnsafeMutablePointer<UMockdevIoctlClient>?) {
        guard let client = unsafe client else { preconditionFailure("signal without a client") }
        unsafe self.client = client
    }

    /// The number within the input interface's requests (`_IOC_NR`).
    var number: UInt {
        unsafe UInt(umockdev_ioctl_client_get_request(client)) & 0xFF
    }

    /// The argument of a request that takes a number rather than a pointer.
    var value: UInt {
        unsafe UInt(
            bitPattern: argument.pointee.data.withMemoryRebound(to: Int.self, capacity: 1) {
                unsafe $0.pointee
            })
    }

    /// The kind of event and the size in bytes of a mask (`struct input_mask`).
    var mask: (kind: UInt32, size: UInt32)? {
        guard let mask = unsafe umockdev_ioctl_data_resolve(argument, 0, 16, nil) else {
            return nil
        }
        return unsafe mask.pointee.data.withMemoryRebound(to: UInt32.self, capacity: 2) {
            unsafe (kind: $0[0], size: $0[1])
        }
    }

    /// What a write brings.
    var bytes: [UInt8] {
        let count = capacity
        return (0..<count).map { unsafe argument.pointee.data[$0] }
    }

    /// Says that so many bytes were written.
    func complete(written count: Int) {
        unsafe umockdev_ioctl_client_complete(client, count, 0)
    }

    /// How many bytes a read asks for.
    var capacity: Int {
        unsafe Int(argument.pointee.data_len)
    }

    /// Does the real read or ioctl in the driver's place.
    func execute() {
        var reason: Int32 = 0
        _ = unsafe umockdev_ioctl_client_execute(client, &reason, nil)
    }

    /// Answers a read with events.
    func complete(events: [InputEvent]) {
        var bytes: [UInt8] = []
        for event in events {
            bytes += [UInt8](repeating: 0, count: 16)
            bytes += [UInt8(truncatingIfNeeded: event.type), UInt8(event.type >> 8)]
            bytes += [UInt8(truncatingIfNeeded: event.code), UInt8(event.code >> 8)]
            let value = UInt32(bitPattern: event.value)
            bytes += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
        }
        unsafe umockdev_ioctl_data_update(argument, 0, &bytes, Int32(bytes.count))
        unsafe umockdev_ioctl_client_complete(client, bytes.count, 0)
    }

    /// Answers an ioctl, writing bytes to where its argument points.
    func complete(bytes: [UInt8]) {
        let size = unsafe Int(umockdev_ioctl_client_get_request(client) >> 16) & 0x3FFF
        var written = Array(bytes.prefix(size))
        if !written.isEmpty {
            let target = unsafe umockdev_ioctl_data_resolve(argument, 0, gsize(size), nil)
            unsafe umockdev_ioctl_data_update(target, 0, &written, Int32(written.count))
        }
        unsafe umockdev_ioctl_client_complete(client, written.count, 0)
    }

    /// Refuses the request.
    func fail(_ reason: MockFailure) {
        unsafe umockdev_ioctl_client_complete(client, -1, reason.rawValue)
    }

    private var argument: UnsafeMutablePointer<UMockdevIoctlData> {
        guard let argument = unsafe umockdev_ioctl_client_get_arg(client) else {
            preconditionFailure("request without an argument")
        }
        return unsafe argument
    }
}
