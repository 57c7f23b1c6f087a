package import SystemPackage

extension OpenDescriptor {
    /// Writes what fits now and says how much that was; throws `wouldBlock` when nothing fits.
    ///
    /// For descriptors that do not block.
    package borrowing func writeSome(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        do {
            let descriptor = raw
            return try unsafe bytes.withUnsafeBytes { buffer in
                try unsafe descriptor.write(buffer)
            }
        } catch {
            throw errno(from: error)
        }
    }
}
