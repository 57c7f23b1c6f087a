import Billing
import Testing

@Suite("Text")
struct TextTests {
    @Test(
        "a name in any script is kept as it was written",
        arguments: [
            "John Doe", "दूध 500 ml", "பொன்னி அரிசி", "క్‍ష", "नमक‌", "Café", "₹ 5 off", "👩‍👩‍👧",
            "a  b", "شاي", "Brand® 100%", "\u{200F}دواء",
        ])
    func keeping(name: String) throws {
        #expect(try Text(name).string.unicodeScalars.elementsEqual(name.unicodeScalars))
    }

    @Test(
        "white space at the ends is dropped",
        arguments: ["  Tea ", "\tTea\n", "\u{00A0}Tea\u{3000}", "\r\nTea\u{2028}", "Tea\u{85}"])
    func trimming(raw: String) throws {
        #expect(try Text(raw).string == "Tea")
    }

    @Test("nothing but white space is refused", arguments: ["", " ", "\t\n", "\u{00A0}\u{2003}"])
    func empty(raw: String) {
        #expect(throws: Text.Refusal.empty) { try Text(raw) }
    }

    @Test(
        "no control character gets in, wherever in the text it stands",
        arguments: Array(0x01...0x1F) + Array(0x7F...0x9F) + [0x00, 0x2028, 0x2029] as [UInt32])
    func control(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        #expect(throws: Text.Refusal.forbidden(code)) { try Text("Te\(scalar)a") }
        if !scalar.properties.isWhitespace {
            #expect(throws: Text.Refusal.forbidden(code)) { try Text("\(scalar)Tea") }
            #expect(throws: Text.Refusal.forbidden(code)) { try Text("Tea\(scalar)") }
        }
    }

    @Test(
        "no character that turns the direction of writing gets in, nor one that is no text",
        arguments: Array(0x202A...0x202E) + Array(0x2066...0x2069) + [0xFEFF]
            + Array(0xFFF9...0xFFFB) + [0xE0000, 0xE0001, 0xE0041, 0xE007F] as [UInt32])
    func direction(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        for raw in ["Te\(scalar)a", "\(scalar)Tea", "Tea\(scalar)", "\(scalar)"] {
            #expect(throws: Text.Refusal.forbidden(code)) { try Text(raw) }
        }
    }

    @Test("the limit counts characters as people do, after trimming")
    func limit() throws {
        let longest = String(repeating: "न", count: 120)
        #expect(try Text(" " + longest + " ").string == longest)
        #expect(throws: Text.Refusal.tooLong(limit: 120)) { try Text(longest + "न") }
        #expect(try Text("नमक", limit: 3).string == "नमक")
        #expect(throws: Text.Refusal.tooLong(limit: 2)) { try Text("नमक", limit: 2) }
    }
}
