import Billing
import Testing

@Suite("Phone")
struct PhoneTests {
    @Test(
        "one number is one text, however people write it",
        arguments: [
            "9876543210", "98765 43210", "98765-43210", "98765.43210", "(98765) 43210",
            "+919876543210", "+91 98765 43210", "+91-98765-43210", "0091 98765 43210",
            "919876543210", "91 98765 43210", "09876543210", "0 98765 43210",
            " 9876543210 ", "98765\u{00A0}43210", "(+91) 9876543210",
        ])
    func normalising(text: String) throws {
        #expect(try Phone(parsing: text).digits == "9876543210")
    }

    @Test(
        "only a prefix is dropped, never digits of the number itself",
        arguments: [
            ("9198765432", "9198765432"), ("+91 91987 65432", "9198765432"),
            ("91 91987 65432", "9198765432"), ("6000000000", "6000000000"),
            ("7000000000", "7000000000"), ("8000000000", "8000000000"),
        ])
    func keeping(text: String, digits: String) throws {
        #expect(try Phone(parsing: text).digits == digits)
    }

    @Test(
        "what is no Indian mobile number is refused",
        arguments: [
            "", " ", "+", "+91", "0", "987654321", "98765432101", "5876543210", "0123456789",
            "1234567890", "+1 9876543210", "+44 7911 123456", "98765x3210", "९८७६५४३२१०",
            "９８７６５４３２１０", "9876543210\n", "98765/43210", "--", "+9876543210",
            "9876543210\u{301}", "929876543210", "009876543210", "++919876543210",
        ])
    func refusing(text: String) {
        let refusal = #expect(throws: Phone.Refusal.self) { try Phone(parsing: text) }
        #expect(refusal?.rule == .india)
    }

    @Test("the rule is the shop's own: another country's numbers are read by its rule")
    func anotherRule() throws {
        let nepal = Phone.Rule(countryCode: "977", trunkPrefix: "", length: 10, firstDigits: "9")
        #expect(try Phone(parsing: "+977 98412 34567", rule: nepal).digits == "9841234567")
        #expect(try Phone(parsing: "977 98412 34567", rule: nepal).digits == "9841234567")
        let refusal = #expect(throws: Phone.Refusal.self) {
            try Phone(parsing: "6841234567", rule: nepal)
        }
        #expect(refusal?.rule == nepal)
        #expect(nepal.sentence == "a phone number has 10 digits and starts with one of 9")
    }

    @Test("the rule explains itself")
    func sentence() {
        #expect(
            Phone.Rule.india.sentence
                == "a phone number has 10 digits and starts with one of 6, 7, 8, 9")
    }
}
