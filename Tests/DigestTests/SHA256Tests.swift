import Digest
import Testing

/// Examples of the standard: FIPS 180-2, appendix B, and the hash of nothing.
@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "the standard's messages have the standard's hashes",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func standard(message: String, hex: String) {
        #expect(SHA256(of: Array(message.utf8)).hex == hex)
    }

    @Test("a stored hash has 32 bytes or is none")
    func stored() {
        let hash = SHA256(of: [1])
        #expect(SHA256(stored: hash.bytes) == hash)
        #expect(SHA256(stored: []) == nil)
        #expect(SHA256(stored: hash.bytes + [0]) == nil)
    }

    @Test("a mark with a key is what RFC 4231 says, for short keys and long ones")
    func keyed() {
        let short = SHA256(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(
            short.hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let text = "Test Using Larger Than Block-Size Key - Hash Key First"
        let long = SHA256(of: Array(text.utf8), key: [UInt8](repeating: 0xAA, count: 131))
        #expect(
            long.hex == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }
}
