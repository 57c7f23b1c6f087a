import Scanning
import Seeds
import Testing

@Suite("Codes of products")
struct BarcodeTests {
    @Test(
        "right check digits are taken, in all four lengths",
        arguments: [
            ("96385074", "00000096385074"), ("036000291452", "00036000291452"),
            ("4006381333931", "04006381333931"), ("8901234567890", "08901234567890"),
            ("6901028225168", "06901028225168"), ("10012345678902", "10012345678902"),
        ])
    func gtin(_ text: String, _ key: String) throws {
        let code = try Barcode(typed: text)
        #expect(code.key == key && code.shown == text && code.isGTIN)
    }

    @Test(
        "a lost digit or a wrong one is refused with the digit that should stand there",
        arguments: [
            ("690028225158", 0, 8),  // 6901028225168 with a key dropped: seen in a shop
            ("4006381333932", 1, 2), ("96385075", 4, 5), ("10012345678901", 2, 1),
        ])
    func wrongCheckDigit(_ text: String, _ expected: Int, _ found: Int) {
        #expect(throws: BarcodeError.checkDigit(expected: expected, found: found)) {
            try Barcode(typed: text)
        }
    }

    @Test("any single wrong digit of an EAN-13 is noticed")
    func everySingleError() {
        let right = Array("6901028225168".utf8)
        for place in right.indices {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(throws: BarcodeError.self) { try Barcode(payload: wrong) }
            }
        }
    }

    @Test("UPC-A and the EAN-13 with a zero in front are one product")
    func leadingZeros() throws {
        let upc = try Barcode(typed: "036000291452")
        let ean = try Barcode(typed: "0036000291452")
        let itf = try Barcode(typed: "00036000291452")
        #expect(upc.key == ean.key && ean.key == itf.key)
        #expect(upc.shown != ean.shown)
    }

    @Test(
        "other codes are their own text",
        arguments: [
            "21", "PLU-0007", "A", "123456789", "0012", "Rice 5 kg",
            String(repeating: "x", count: 64),
        ])
    func plain(_ text: String) throws {
        let code = try Barcode(typed: text)
        #expect(code.key == text && code.shown == text && !code.isGTIN)
    }

    @Test("blanks around a code do not count", arguments: [" 21 ", "21\r\n", "\t21", "  21"])
    func trimmed(_ text: String) throws {
        #expect(try Barcode(typed: text).key == "21")
    }

    @Test("nothing but blanks is no code", arguments: ["", " ", "\r\n", " \t "])
    func empty(_ text: String) {
        #expect(throws: BarcodeError.empty) { try Barcode(typed: text) }
    }

    @Test(
        "control bytes and other alphabets are refused, shown harmlessly",
        arguments: [
            ([0x32, 0x1B, 0x40], "2\\x1B@"), ([0x32, 0x1D, 0x31], "2\\x1D1"), ([0], "\\x00"),
            ([0x7F], "\\x7F"), ([0xC3, 0xA9], "\\xC3\\xA9"), ([0x5C, 0x07], "\\x5C\\x07"),
        ] as [([UInt8], String)])
    func unprintable(_ payload: [UInt8], _ escaped: String) {
        #expect(throws: BarcodeError.unprintable(escaped: escaped)) {
            try Barcode(payload: payload)
        }
    }

    @Test("65 characters are too many")
    func tooLong() {
        #expect(throws: BarcodeError.tooLong(count: 65)) {
            try Barcode(payload: Array(repeating: 0x41, count: 65))
        }
    }

    @Test("a message stays short and plain whatever the bytes are")
    func message() {
        let error = #expect(throws: BarcodeError.self) {
            try Barcode(payload: Array(repeating: 0x1B, count: 4096))
        }
        let text = error?.description ?? ""
        #expect(text.utf8.count < 500 && text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test("random bytes are a code or a refusal, and a code's text reads back to the same key")
    func anyBytes() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20_000 {
            let range: ClosedRange<UInt8> = Bool.random(using: &random) ? 0x30...0x39 : 0...255
            let payload = (0..<Int.random(in: 0...16, using: &random)).map { _ in
                UInt8.random(in: range, using: &random)
            }
            do throws(BarcodeError) {
                let code = try Barcode(payload: payload)
                #expect(try Barcode(typed: code.key).key == code.key, "seed \(seed)")
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
