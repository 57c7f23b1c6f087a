import ExactJSON
import Seeds
import Testing

@Suite("JSON is read and written to the letter")
struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue {
        try JSONReader.value(of: Array(text.utf8))
    }

    @Test(
        "an amount is exact, however it is written",
        arguments: [
            ("100", 10_000), ("1e2", 10_000), ("100.00", 10_000), ("0.1", 10), ("10.50", 1_050),
            ("1.05E1", 1_050), ("-1", -100), ("-0", 0), ("0e999999", 0), ("12345e-2", 12_345),
            ("92233720368547758.07", Int64.max), ("1000e-1", 10_000),
        ] as [(String, Int64)])
    func exactAmount(text: String, paise: Int64) throws {
        guard case .number(let number) = try read(text) else {
            Issue.record("no number")
            return
        }
        #expect(try number.scaled(places: 2) == paise)
    }

    @Test(
        "an amount that paise cannot hold is refused, and why",
        arguments: [
            ("100.005", .tooPrecise), ("1e-3", .tooPrecise), ("1e18", .tooLarge),
            ("92233720368547758.08", .tooLarge), ("1e1000000", .tooLarge),
        ] as [(String, JSONNumber.Inexact)])
    func inexactAmount(text: String, reason: JSONNumber.Inexact) throws {
        guard case .number(let number) = try read(text) else {
            Issue.record("no number")
            return
        }
        #expect(throws: reason) { try number.scaled(places: 2) }
    }

    @Test(
        "a number is written the short way",
        arguments: [
            ("100.00", "100"), ("1e2", "100"), ("0.50", "0.5"), ("-0.05", "-0.05"), ("0.0", "0"),
            ("1e-70", "1e-70"), ("12.340", "12.34"),
        ])
    func written(text: String, short: String) throws {
        #expect(JSONWriter.text(of: try read(text)) == short)
    }

    @Test(
        "texts keep every character",
        arguments: [
            (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\u20b9 \ud83d\ude00""#, "₹ 😀"),
            (#""हिन्दी""#, "हिन्दी"), (#""\n\t\u0000""#, "\n\t\u{0}"),
        ])
    func texts(written: String, meant: String) throws {
        let value = try read(written)
        #expect(value == .string(meant))
        #expect(try read(JSONWriter.text(of: value)) == value)
    }

    @Test(
        "what is no JSON is refused, and where",
        arguments: [
            ("", .endsEarly), ("{", .endsEarly), ("[1", .endsEarly), ("\"a", .endsEarly),
            ("-", .endsEarly), ("tru", .endsEarly), (#""\u12"#, .endsEarly),
            ("01", .unexpected(at: 0, wanted: "a number without zeros in front")),
            ("1.", .endsEarly), (".5", .unexpected(at: 0, wanted: "a value")),
            ("+1", .unexpected(at: 0, wanted: "a value")),
            ("NaN", .unexpected(at: 0, wanted: "a value")),
            ("[1,]", .unexpected(at: 3, wanted: "a value")),
            ("{a:1}", .unexpected(at: 1, wanted: "a name in quotes")),
            (#"{"a":1,}"#, .unexpected(at: 7, wanted: "a name in quotes")),
            (#"{"a" 1}"#, .unexpected(at: 5, wanted: "a colon")),
            ("1 2", .goesOn(at: 2)), ("// x\n1", .unexpected(at: 0, wanted: "a value")),
            ("\"\n\"", .unexpected(at: 1, wanted: "an escaped control character")),
            (#""\x""#, .unexpected(at: 2, wanted: "an escape of JSON")),
            (#""\ud800""#, .notUnicode(at: 3)), (#""\udc00\ud800""#, .notUnicode(at: 3)),
            (#"{"a":1,"a":2}"#, .duplicateName("a")),
            (#"{"b":{"a":1,"\u0061":2}}"#, .duplicateName("a")),
            (String(repeating: "1", count: 65), .numberTooLong(at: 0)),
            ("1e10000000", .numberTooLong(at: 0)),
        ] as [(String, JSONError)])
    func refused(text: String, error: JSONError) {
        #expect(throws: error) { try read(text) }
    }

    @Test("bytes that are no UTF-8 are refused")
    func notUTF8() {
        for bytes in [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
        ] {
            #expect(throws: JSONError.notUnicode(at: 0)) {
                try JSONReader.value(of: bytes.map(UInt8.init))
            }
        }
    }

    @Test("nesting and the number of values have limits")
    func limits() throws {
        let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(throws: Never.self) { try read(deep) }
        #expect(throws: JSONError.tooDeep(limit: 32)) { try read("[" + deep + "]") }
        #expect(throws: JSONError.tooDeep(limit: 32)) {
            try read(String(repeating: "[", count: 1_000_000))
        }
        #expect(throws: JSONError.tooMany(limit: 3)) {
            try JSONReader.value(of: Array("[1,2,3]".utf8), limits: JSONLimits(values: 3))
        }
    }

    @Test("members keep their order")
    func order() throws {
        let value: JSONValue = ["b": 1, "a": [true, .null, "x"]]
        #expect(JSONWriter.text(of: value) == #"{"b":1,"a":[true,null,"x"]}"#)
        #expect(try read(#" { "b" : 1 , "a" : [ true , null , "x" ] } "#) == value)
    }

    @Test("whatever is written reads back as it was; random bytes never crash", arguments: 1...4)
    func roundTrips(seed: UInt64) throws {
        var seeds = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let value = randomValue(&seeds, depth: 0)
            #expect(try JSONReader.value(of: JSONWriter.bytes(of: value)) == value)
            var bytes = JSONWriter.bytes(of: value)
            for _ in 0..<3 where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &seeds)
                bytes[index] = UInt8.random(in: 0...255, using: &seeds)
            }
            // Whether it is still JSON is chance; that it ends is the promise.
            _ = try? JSONReader.value(of: bytes)
        }
    }

    private func randomValue(
        _ seeds: inout SeededGenerator, depth: Int
    ) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &seeds) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &seeds))
        case 2:
            return .number(
                JSONNumber(
                    scaled: Int64.random(in: .min ... .max, using: &seeds),
                    places: Int.random(in: 0...20, using: &seeds)))
        case 3:
            let scalars = (0..<Int.random(in: 0...8, using: &seeds)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &seeds))
            }
            return .string(String(String.UnicodeScalarView(scalars)))
        case 4:
            return .array(
                (0..<Int.random(in: 0...4, using: &seeds)).map { _ in
                    randomValue(&seeds, depth: depth + 1)
                })
        default:
            return .object(
                JSONObject(
                    (0..<Int.random(in: 0...4, using: &seeds)).map {
                        ("m\($0)", randomValue(&seeds, depth: depth + 1))
                    }))
        }
    }
}
