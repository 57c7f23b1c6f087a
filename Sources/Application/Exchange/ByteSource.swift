/// Where a reader gets the bytes of a file from, a piece at a time.
package protocol ByteSource {
    /// The next bytes, as many as are at hand; none at the end. Throws what the kernel says.
    mutating func nextChunk() throws(CSVError) -> [UInt8]
}
