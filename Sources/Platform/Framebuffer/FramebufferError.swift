import Linux
package import SystemPackage

/// A screen of the kernel's refused a request.
package struct FramebufferError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wanted.
    package enum Request: String, Hashable, Sendable {
        /// Opening its node.
        case open = "open"
        /// Its size and colours.
        case describe = "read the size and colours of"
        /// Showing rows.
        case show = "draw on"
        /// Having the console to ourselves.
        case hold = "take"
    }

    /// The request that was refused.
    package let request: Request
    /// The node.
    package let node: String
    /// The kernel's reason; nil where the screen is of a kind that cannot be drawn on.
    package let errno: Errno?

    /// What was refused and why.
    package var description: String {
        guard let errno else {
            return "Cannot draw on \(node): it has fewer than 16 bits a pixel, or palettes"
        }
        return "Cannot \(request.rawValue) \(node): \(errno)"
    }

    /// A node opened for reading and writing, or why that is not possible.
    static func opened(
        _ node: String, for request: Request, options: FileDescriptor.OpenOptions = []
    ) throws(FramebufferError) -> OpenDescriptor {
        do throws(Errno) {
            return try OpenDescriptor(path: node, .readWrite, options: options)
        } catch {
            throw FramebufferError(request: request, node: node, errno: error)
        }
    }
}
