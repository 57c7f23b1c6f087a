package import SystemPackage

/// A serial line refused a request; it is as it was, and nothing is left open.
package struct SerialError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was asked of the line.
    package enum Request: String, Hashable, Sendable {
        /// Opening its node.
        case open = "open"
        /// Having it to ourselves.
        case claim = "take"
        /// Its speed and framing.
        case configure = "set speed and framing of"
        /// The next bytes.
        case read = "read"
    }

    /// The request that was refused.
    package let request: Request
    /// The line's node.
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
        // ENODEV has this long name in swift-system. A line that was hung up answers EIO.
        errno == .operationNotSupportedByDevice || errno == .noSuchFileOrDirectory
            || errno == .noSuchAddressOrDevice || (request == .read && errno == .ioError)
    }

    /// The user may not open it.
    package var isForbidden: Bool { errno == .permissionDenied || errno == .notPermitted }

    /// Another program has it for itself.
    package var isTaken: Bool {
        errno == .resourceBusy || (request == .claim && errno == .wouldBlock)
    }

    /// What was refused and the kernel's word for why.
    package var description: String {
        "Cannot \(request.rawValue) \(node): \(errno)"
    }
}
