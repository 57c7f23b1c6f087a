import Scanning
import Testing

@Suite("UPC-E")
struct UPCETests {
    @Test(
        "eight digits stand for their UPC-A, bare and behind their AIM identifier",
        arguments: [
            ("04252614", "042100005264"), ("14252611", "142100005261"),
            ("01234505", "012000003455"), ("01234514", "012100003454"),
            ("01234523", "012200003453"), ("03456733", "034500000673"),
            ("01234543", "012340000053"), ("11234540", "112340000050"),
        ])
    func expanded(_ short: String, _ long: String) throws {
        let bare = try Barcode(typed: short)
        #expect(bare.isGTIN && bare.shown == short)
        #expect(bare.key == "00" + long)
        #expect(try Barcode(typed: long).key == bare.key)
        #expect(try ScannedCode.reading("]E0" + short).barcode == bare)
    }

    @Test(
        "where both readings have a right check digit, bare digits are an EAN-8",
        arguments: [
            ("01234558", "00012345000058"), ("06543297", "00065432000097"),
            ("00158381", "00001583000081"),
        ])
    func ambiguous(_ digits: String, _ asUPCE: String) throws {
        #expect(try Barcode(typed: digits).key == "000000" + digits)
        #expect(try ScannedCode.reading("]E4" + digits).barcode.key == "000000" + digits)
        #expect(try ScannedCode.reading("]E0" + digits).barcode.key == asUPCE)
    }

    @Test("digits that are neither are refused as the EAN-8 they would be")
    func neither() {
        #expect(throws: BarcodeError.checkDigit(expected: 0, found: 1)) {
            try Barcode(typed: "04252611")
        }
        #expect(throws: BarcodeError.self) { try Barcode(typed: "24252615") }
        #expect(throws: ScannedCodeError.self) { try ScannedCode.reading("]E404252614") }
    }
}
