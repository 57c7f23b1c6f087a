import Digest
import Testing

/// PINs and their hashes.
@Suite("hashes of PINs")
struct PINHashTests {
    @Test("a PIN matches its own hash and no other, and two hashes of it differ")
    func matching() throws {
        let hash = try #require(PINHash(of: "4711"))
        #expect(hash.stored.hasPrefix("$7$"))
        #expect(hash.matches("4711"))
        #expect(!hash.matches("4712"))
        #expect(!hash.matches(""))
        #expect(try #require(PINHash(of: "4711")) != hash)
    }

    @Test(
        "what is no hash matches nothing",
        arguments: ["", "4711", "$7$", "*0", "$7$zzzz", "plain text"])
    func damaged(stored: String) {
        #expect(!PINHash(stored: stored).matches("4711"))
    }
}
