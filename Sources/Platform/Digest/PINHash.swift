import CLibCrypt

/// The hash of a PIN: scrypt (RFC 7914) with a salt of its own, as libcrypt writes it (`$7$…`).
///
/// Making and checking one takes 16 MB for some tenths of a second: that is what makes guessing slow.
package struct PINHash: Hashable, Sendable {
    /// How it is stored.
    package let stored: String

    /// libcrypt's measure of cost: 2 to the power of 14 blocks.
    private static let cost: UInt = 7
    private static let saltLength = 16

    /// Takes up a stored hash.
    package init(stored: String) { self.stored = stored }

    /// Hashes a PIN with a fresh salt; nil where libcrypt has no memory for it.
    package init?(of pin: String) {
        let salt = (0..<Self.saltLength).map { _ in
            CChar(truncatingIfNeeded: Int8.random(in: .min ... .max))
        }
        var setting = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
        let made = unsafe crypt_gensalt_rn(
            "$7$", Self.cost, salt, Int32(salt.count), &setting, Int32(setting.count))
        guard unsafe made != nil, let hash = Self.hash(pin, setting) else { return nil }
        stored = hash
    }

    /// Whether this is the hash of a PIN; takes as long for a wrong one.
    package func matches(_ pin: String) -> Bool {
        guard let hash = Self.hash(pin, Array(stored.utf8CString)) else { return false }
        let (left, right) = (Array(hash.utf8), Array(stored.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hash(_ pin: String, _ setting: [CChar]) -> String? {
        var output = [CChar](repeating: 0, count: Int(CRYPT_OUTPUT_SIZE))
        guard unsafe galla_crypt(pin, setting, &output) == 0 else { return nil }
        let end = output.firstIndex(of: 0) ?? output.count
        return String(decoding: output[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
