extension SHA256 {
    /// The mark that only who has the key can put on a message: HMAC of RFC 2104.
    package init(of message: [UInt8], key: [UInt8]) {
        // The block of FIPS 180-4; a longer key is hashed first.
        let block = 64
        let short = key.count > block ? SHA256(of: key).bytes : key
        let padded = short + [UInt8](repeating: 0, count: block - short.count)
        let inner = SHA256(of: padded.map { $0 ^ 0x36 } + message)
        self = SHA256(of: padded.map { $0 ^ 0x5C } + inner.bytes)
    }
}
