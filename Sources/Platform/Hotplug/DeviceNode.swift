import Glibc
package import SystemPackage

/// What the kernel would say to opening a device's node, asked without opening it.
package enum DeviceNode {
    /// Why the node cannot be opened (access(2), for the real user); nil means that it can.
    package static func refusal(of path: String, writing: Bool) -> Errno? {
        let mode = writing ? R_OK | W_OK : R_OK
        guard unsafe access(path, mode) != 0 else { return nil }
        return Errno(rawValue: Glibc.errno)
    }
}
