import CLibMD

/// A hash of 256 bits over bytes: SHA-256 of FIPS 180-4, made by libmd.
package struct SHA256: Hashable, Sendable {
    /// The 32 bytes of the hash.
    package let bytes: [UInt8]

    /// How many bytes a hash has.
    package static let length = Int(SHA256_DIGEST_LENGTH)

    /// The hash of these bytes.
    package init(of message: [UInt8]) {
        var context = SHA2_CTX()
        unsafe SHA256Init(&context)
        unsafe message.withUnsafeBufferPointer { buffer in
            unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
        }
        bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
            unsafe SHA256Final(buffer.baseAddress, &context)
            count = Self.length
        }
    }

    /// Takes up a stored hash; nil when it has another length.
    package init?(stored bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// What stands before the first hash of a chain: zeros.
    package static let none = SHA256(zeros: length)

    private init(zeros count: Int) {
        bytes = [UInt8](repeating: 0, count: count)
    }

    /// The hash as 64 hexadecimal digits.
    package var hex: String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
