import Scanning
import Testing

/// Codes of a shop's own scales; check digits worked out by hand from GS1's tables.
@Suite("Codes of the shop's own, with a weight or a price")
struct StoreCodeTests {
    private func reading(_ code: String, _ layouts: String...) throws -> ReadCode {
        try ReadCode(
            Array(code.utf8), thisYear: 2026,
            rules: CodeRules(storeCodes: layouts.map { try StoreCodeLayout($0) }))
    }

    /// A code with the check digit that belongs behind these twelve digits.
    private func ean(_ twelve: String) -> String {
        twelve + "\(GTIN.checkDigit(after: twelve.utf8.map { $0 - 0x30 }))"
    }

    @Test("weight in grams, with GS1's check digit inside")
    func weight() throws {
        // 01500: 0·5+ 0, 1·2− 2, 5·5− 3, 0·5+ 0, 0·2− 0: 5; up to ten 5, which is 5− of 1.
        let code = try reading(ean("212345101500"), "2PPPPPCWWWWWC")
        #expect(code.weightGrams == 1500 && code.price == nil && code.count == nil)
        #expect(code.keys == ["0" + ean("212345000000"), "212345", "12345"])
    }

    @Test("GS1's own examples of the check digit: 14685 has 6, 2875 has 9")
    func examples() throws {
        #expect(try reading(ean("212345614685"), "2PPPPPCWWWWWC").weightGrams == 14_685)
        let upc = try reading("2123459" + "2875" + "2", "2PPPPPCAAAAC")
        #expect(upc.price?.description == "28.75")
    }

    @Test("a price in a UPC-A, also where the scanner puts a zero in front")
    func upc() throws {
        // 2·1 … of 21234592875 weighs 3,1,3…: 6+1+6+3+12+5+27+2+24+7+15 = 108, so 2.
        for code in ["212345928752", "0212345928752", "]E0212345928752"] {
            #expect(try reading(code, "2PPPPPCAAAAC").price?.hundredths == 2875, "\(code)")
        }
    }

    @Test("without a check digit inside, with a digit not looked at, with a point")
    func otherLayouts() throws {
        #expect(try reading(ean("221234501500"), "22PPPPPWWWWWC").weightGrams == 1500)
        #expect(try reading(ean("221234791500"), "22PPPPXWWWWWC").weightGrams == 91_500)
        #expect(try reading(ean("221234501500"), "22PPPPPWWW.WWC").weightGrams == 15_000)
        #expect(try reading(ean("221234501500"), "22PPPPPW.WWWWC").weightGrams == 150)
        #expect(try reading(ean("221234501500"), "22PPPPPAAAAAC").price?.hundredths == 1500)
        #expect(try reading(ean("221234500012"), "22PPPPPNNNNNC").count == 12)
    }

    @Test("the first layout whose own digits fit is the one; a code that fits none is plain")
    func choice() throws {
        let layouts = ["21PPPPPWWWWWC", "2PPPPPPNNNNNC"]
        #expect(try reading(ean("211234501500"), layouts[0], layouts[1]).weightGrams == 1500)
        #expect(try reading(ean("221234500012"), layouts[0], layouts[1]).count == 12)
        let plain = try reading("8901000000019", layouts[0], layouts[1])
        #expect(plain.keys == ["08901000000019"] && plain.weightGrams == nil)
    }

    @Test("the product's number is looked for with and without its zeros")
    func keys() throws {
        let code = try reading(ean("210002301500"), "21PPPPPWWWWWC")
        #expect(code.keys == ["0" + ean("210002300000"), "2100023", "00023", "23"])
    }

    @Test("a wrong check digit is refused, inside and at the end")
    func checks() throws {
        #expect(throws: ScannedCodeError.measureCheck(expected: 1, found: 2)) {
            try reading(ean("212345201500"), "2PPPPPCWWWWWC")
        }
        #expect(throws: ScannedCodeError.self) {
            try reading("2123451015001", "2PPPPPCWWWWWC")
        }
    }

    @Test(
        "a layout that cannot be is refused with its reason",
        arguments: [
            ("2PPPPPCWWWWW", StoreCodeLayout.Refusal.noCheckDigit), ("", .wrongLength),
            ("2PPPPPCWWWWWWC", .wrongLength), ("3PPPPPCWWWWWC", .wrongStart),
            ("2PPPPPCWWWAAC", .notOneValue), ("2PPPPPPPPPPPC", .notOneValue),
            ("2111111WWWWWC", .noProduct), ("2PPPPCWWWWWWC", .noSuchCheck),
            ("2PPPCCWWWWPPC", .noSuchCheck), ("2PPPPPCWW.WW.WC", .misplacedPoint),
            ("2PPPPP.CWWWWWC", .misplacedPoint), ("22PPPPPAAAAA.C", .misplacedPoint),
            ("2PPPPP0NNN.NNC", .misplacedPoint),
            ("2PPPPPCwwwwwC", .unknownSign), ("2PPPPPC₹₹₹₹₹C", .unknownSign),
        ])
    func layouts(_ text: String, _ refusal: StoreCodeLayout.Refusal) {
        #expect(throws: refusal) { try StoreCodeLayout(text) }
    }
}
