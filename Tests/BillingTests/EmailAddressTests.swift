import Billing
import Testing

@Suite("e-mail addresses")
struct EmailAddressTests {
    @Test(
        "one @ with something on both sides is an address, blanks around it dropped",
        arguments: [
            ("asha@example.com", "asha@example.com"), ("  a@b ", "a@b"),
            ("A.B+c@sub.example.in", "A.B+c@sub.example.in"), ("उषा@उदाहरण.भारत", "उषा@उदाहरण.भारत"),
        ])
    func accepted(raw: String, address: String) throws {
        #expect(try EmailAddress(parsing: raw).string == address)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", " ", "asha", "@", "@example.com", "asha@", "a@b@c", "a@@b", "a b@c", "a@b c",
            "a\u{00A0}b@c",
        ])
    func malformed(raw: String) {
        #expect(throws: EmailAddress.Refusal.malformed) { try EmailAddress(parsing: raw) }
    }

    @Test("254 bytes are the longest, and no command for a device gets in")
    func limits() throws {
        let name = String(repeating: "a", count: 252)
        #expect(try EmailAddress(parsing: name + "@b").string.count == 254)
        #expect(throws: EmailAddress.Refusal.tooLong) { try EmailAddress(parsing: name + "@bc") }
        let wide = String(repeating: "உ", count: 90)
        #expect(throws: EmailAddress.Refusal.tooLong) { try EmailAddress(parsing: wide + "@b") }
        for bad in ["a\u{1B}@b", "a\u{202E}@b"] {
            #expect(throws: EmailAddress.Refusal.forbidden) { try EmailAddress(parsing: bad) }
        }
    }
}
