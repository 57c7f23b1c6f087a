import Scanning
import Testing

@Suite("Codes that mean nothing for sale")
struct ScannedCodeRefusalTests {
    @Test(
        "a malformed code is refused with its reason",
        arguments: [
            ("␝]C1", .unknownIdentifier("]C")),
            ("]C10108901000000018", .article("01", .checkDigit(expected: 9, found: 8))),
            ("(01)08901000000018", .article("01", .checkDigit(expected: 9, found: 8))),
            (
                "]C1010890100000001",
                .wrongLength("01", wanted: "14 digits", found: 13)
            ),
            ("]C101", .wrongLength("01", wanted: "14 digits", found: 0)),
            ("]C1010890100000001A", .notDigits("01")),
            ("]C10108901000000A19", .notDigits("01")),
            ("]C1010890100000001910", .wrongLength("10", wanted: "1 to 20 characters", found: 0)),
            (
                "]C1010890100000001910ABCDEFGHIJKLMNOPQRSTU",
                .wrongLength("10", wanted: "1 to 20 characters", found: 21)
            ),
            ("]C1010890100000001910A 2", .unprintable("10")),
            ("]C1010890100000001910A\u{7}2", .unprintable("10")),
            ("]C1010890100000001910é", .unprintable("10")),
            ("]C101089010000000191726123", .wrongLength("17", wanted: "6 digits", found: 5)),
            ("]C10108901000000019172612A1", .notDigits("17")),
            ("]C1010890100000001917261301", .noSuchDay("17", digits: "261301")),
            ("]C1010890100000001917260001", .noSuchDay("17", digits: "260001")),
            ("]C1010890100000001917260229", .noSuchDay("17", digits: "260229")),
            ("]C1010890100000001915260431", .noSuchDay("15", digits: "260431")),
            ("]C101089010000000193012A", .notDigits("30")),
            (
                "]C1010890100000001930123456789",
                .wrongLength("30", wanted: "1 to 8 characters", found: 9)
            ),
            ("]C101989010000000123106001500", .unknownIdentifier("3106")),
            ("]C1019890100000001231030015", .wrongLength("3103", wanted: "6 digits", found: 4)),
            (
                "]C101989010000000123932356",
                .wrongLength("3932", wanted: "an amount of 1 to 15 digits", found: 0)
            ),
            (
                "]C1019890100000001239221234567890123456",
                .wrongLength("3922", wanted: "an amount of 1 to 15 digits", found: 16)
            ),
            ("]C101989010000000123932A5695", .notDigits("3932")),
            ("]C1019890100000001239229A", .notDigits("3922")),
            ("]C1010890100000001905X", .unknownIdentifier("05")),
            ("]C10108901000000019880", .unknownIdentifier("88")),
            ("]C101089010000000191", .unknownIdentifier("1")),
            ("]C10108901000000019AB", .unknownIdentifier("AB")),
            ("]C1010890100000001931A3001500", .unknownIdentifier("31A3")),
            ("]C1010890100000001924", .unknownIdentifier("24")),
            ("(01)08901000000019(05)1", .unknownIdentifier("05")),
            ("(01)08901000000019(103)A2", .unknownIdentifier("103")),
            ("(01)12345", .wrongLength("01", wanted: "14 digits", found: 5)),
            ("]C1010890100000001910A2␝10A3", .contradiction("10")),
            ("]C101089010000000190108901000000026", .contradiction("01")),
            ("]C102089010000000190208901000000026", .contradiction("02")),
            ("]C101989010000000123103001500" + "3102000151", .contradiction("3102")),
            ("]C100123456789012345675", .noProduct), ("(10)A2", .noProduct), ("␝", .noProduct),
            ("https://example.com/01/", .wrongLength("01", wanted: "14 digits", found: 0)),
            ("https://example.com/01", .wrongPath),
            ("https://example.com/01/08901000000019/10", .wrongPath),
            ("https://example.com/01/08901000000019/lot/A2", .unknownIdentifier("lot")),
            ("https://example.com/01/08901000000019/10/A%2", .wrongPercent("A%2")),
            ("https://example.com/01/08901000000019/10/A%zz", .wrongPercent("A%zz")),
            ("https://example.com/01/08901000000019/10/A%1B", .unprintable("10")),
            (
                "https://example.com/01/08901000000018",
                .article("01", .checkDigit(expected: 9, found: 8))
            ),
            (
                "https://example.com/01/08901000000019?17=2612",
                .wrongLength("17", wanted: "6 digits", found: 4)
            ),
            ("]E112", .addOnOnly), ("]E212345", .addOnOnly), ("]E0123456", .wrongArticleLength(6)),
            ("]E3123456789012", .wrongArticleLength(12)),
            ("]E0890100000001A", .wrongArticleLength(13)),
            ("]E48901000000019", .wrongArticleLength(13)),
            ("]E08901000000018", .barcode(.checkDigit(expected: 9, found: 8))),
            ("8901000000018", .barcode(.checkDigit(expected: 9, found: 8))), ("", .barcode(.empty)),
        ] as [(String, ScannedCodeError)])
    func malformed(_ text: String, _ error: ScannedCodeError) {
        #expect(throws: error) { try ScannedCode.reading(text) }
        let message = error.description
        #expect(message.hasSuffix(".") && message.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test(
        "a year in two digits is the nearest one",
        arguments: [
            (2026, "76", 2076), (2026, "77", 1977), (2026, "99", 1999), (2026, "00", 2000),
            (2026, "26", 2026), (2080, "30", 2130), (2080, "31", 2031), (2000, "50", 2050),
            (2000, "51", 1951), (2099, "00", 2100), (2099, "49", 2149), (2099, "50", 2050),
        ])
    func century(_ now: Int, _ digits: String, _ year: Int) throws {
        let code = try ScannedCode.reading("(01)08901000000019(17)\(digits)0115", in: now)
        #expect(code.expiresOn == ScannedDate(year: year, month: 1, day: 15))
    }
}
