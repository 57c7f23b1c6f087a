package import SystemPackage

/// An input device refused a request; the device itself is as it was.
package struct EvdevError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was asked of the device.
    package enum Request: String, Hashable, Sendable {
        /// Opening its node.
        case open = "open"
        /// Its name, numbers, keys or their state.
        case describe = "ask about"
        /// Having it to ourselves.
        case grab = "grab"
        /// The next events.
        case read = "read"
    }

    /// The request that was refused.
    package let request: Request
    /// The device's node.
    package let node: String
    /// The kernel's reason.
    package let errno: Errno

    init(_ request: Request, _ node: String, _ errno: Errno) {
        self.request = request
        self.node = node
        self.errno = errno
    }

    /// The device has been unplugged: nothing more will come from it.
    package var isGone: Bool {
        // ENODEV has this long name in swift-system.
        errno == .operationNotSupportedByDevice || errno == .noSuchFileOrDirectory
            || errno == .noSuchAddressOrDevice
    }

    /// The user may not open it.
    package var isForbidden: Bool {
        errno == .permissionDenied || errno == .notPermitted
    }

    /// Another program has grabbed it.
    package var isTaken: Bool {
        errno == .resourceBusy
    }

    /// What was refused and the kernel's word for why.
    package var description: String {
        "Cannot \(request.rawValue) \(node): \(errno)"
    }
}
