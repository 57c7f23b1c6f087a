import CUMockdev

/// What umockdev calls for each request on a node: passes it on to a desk.
@safe
final class RequestPort {
    let pointer: UnsafeMutablePointer<UMockdevIoctlBase>

    init(_ desk: USBRequestDesk) {
        guard let base = unsafe umockdev_ioctl_base_new() else {
            preconditionFailure("umockdev makes no port for requests")
        }
        unsafe pointer = base
        // The desk lives as long as umockdev may call: a driver may outlive the test's interest.
        unsafe galla_mock_serve(
            base,
            { _, client, user in
                guard let client = unsafe client, let user = unsafe user else { return 0 }
                unsafe Unmanaged<USBRequestDesk>.fromOpaque(user).takeUnretainedValue()
                    .serve(client)
                return 1
            }, Unmanaged.passRetained(desk).toOpaque(),
            { user, _ in
                if let user = unsafe user {
                    unsafe Unmanaged<USBRequestDesk>.fromOpaque(user).release()
                }
            })
    }

    deinit {
        unsafe galla_mock_release(pointer)
    }
}
