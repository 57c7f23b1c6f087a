import Glibc

/// What the file system says of a device's node, for telling a technician what is wrong with it.
package enum NodeOwner {
    /// The name of the group that owns a node, or nil when that cannot be found out.
    package static func groupName(of path: String) -> String? {
        var information = stat()
        guard unsafe stat(path, &information) == 0 else { return nil }
        var names = [CChar](repeating: 0, count: 16384)
        return unsafe names.withUnsafeMutableBufferPointer { buffer in
            // The entry's texts lie in the buffer: they are copied before it goes.
            var entry = unsafe group()
            var result: UnsafeMutablePointer<group>?
            let code = unsafe getgrgid_r(
                information.st_gid, &entry, buffer.baseAddress, buffer.count, &result)
            guard code == 0, unsafe result != nil, let name = unsafe entry.gr_name else {
                return nil
            }
            return unsafe String(cString: name)
        }
    }
}
