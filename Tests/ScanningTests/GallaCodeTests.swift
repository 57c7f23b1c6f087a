import Scanning
import Testing

@Suite("Galla's own codes")
struct GallaCodeTests {
    static let codes: [ControlCode] = [
        .pay, .total, .help, .cancel, .delete, .quantity(1), .quantity(9999), .hold, .resume(1),
        .resume(99), .reprint, .customer(1), .customer(99_999_999), .void, .cash, .drawer,
    ]

    private func reading(_ text: String) throws(ControlCodeError) -> GallaCode? {
        try GallaCode(payload: Array(text.utf8))
    }

    @Test(
        "a control code is read back from its own text, in any case, behind an AIM identifier",
        arguments: codes)
    func roundTrip(_ code: ControlCode) throws {
        #expect(try reading(code.text) == .control(code))
        #expect(try reading(code.text.lowercased()) == .control(code))
        #expect(try reading("]C0" + code.text) == .control(code))
        #expect(code.text.utf8.count <= 22)
        #expect(code.text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || $0 == 0x2D })
    }

    @Test("any single wrong character and any two swapped ones are noticed", arguments: codes)
    func damaged(_ code: ControlCode) {
        let right = Array(code.text.utf8)
        for place in 6..<right.count where right[place] != 0x2D {
            for other in Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
            where other != right[place] {
                var wrong = right
                wrong[place] = other
                #expect(throws: ControlCodeError.self) { try GallaCode(payload: wrong) }
            }
            let next = place + 1
            guard next < right.count, right[next] != 0x2D, right[next] != right[place] else {
                continue
            }
            var wrong = right
            wrong.swapAt(place, next)
            #expect(throws: ControlCodeError.self) { try GallaCode(payload: wrong) }
        }
    }

    @Test("the check character is that of ISO/IEC 7064: A12425GABC1234002M is its example")
    func checkCharacter() {
        // The standard's MOD 37,36 shows through ours, which differ from it in nothing.
        #expect(ControlCode.pay.text == "GALLA-PAY-" + String(ControlCode.pay.text.suffix(1)))
        #expect(CheckCharacterProbe.character(behind: "A12425GABC1234002") == "M")
    }

    @Test(
        "a whole code that this version does not know is refused",
        arguments: [
            "GALLA-DANCE", "GALLA-QTY", "GALLA-QTY-0", "GALLA-QTY-10000", "GALLA-PAY-1",
            "GALLA-CUST-0", "GALLA-RESUME-100", "GALLA-QTY-1-2", "GALLA-QTY-X",
        ])
    func unknown(_ body: String) {
        let text = body + "-" + String(CheckCharacterProbe.character(behind: body))
        #expect(throws: ControlCodeError.unknown) { try reading(text) }
    }

    @Test(
        "a code that begins like one is never anything else",
        arguments: ["GALLA-", "GALLA-PAY", "GALLA-PAY-", "galla-pay-x!", "GALLA--"])
    func broken(_ text: String) {
        #expect(throws: ControlCodeError.damaged) { try reading(text) }
        #expect(GallaCode.mayBe(Array(text.utf8)))
    }

    @Test(
        "numbers of bills are read, other texts are not",
        arguments: [
            ("BILL-2601000001", "BILL-2601000001"), ("bill-2601000001", "BILL-2601000001"),
            ("CN-2601000001", "CN-2601000001"), ("]C0BILL-1763200000000", "BILL-1763200000000"),
            ("BILL-12345", nil), ("BILL-26010000A1", nil), ("BILL 2601000001", nil),
            ("8901234567890", nil), ("cash 10000", nil), ("", nil), ("GALLA", nil),
        ])
    func bills(_ text: String, _ number: String?) throws {
        #expect(try reading(text) == number.map(GallaCode.bill))
    }

    @Test("none of the codes that a stranger may hold up is for staff")
    func staff() {
        #expect(Self.codes.filter(\.isForStaff) == [.void, .cash, .drawer])
    }
}

/// The check character found by trying all 36: the code reads back with the right one only.
enum CheckCharacterProbe {
    /// MOD 37,36 in the standard's own words: P₁ = 36; Sⱼ = Pⱼ mod 37 + aⱼ; Pⱼ₊₁ = Sⱼ mod 36 (0 as 36) × 2.
    static func character(behind text: String) -> Character {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        var product = 36
        for value in text.compactMap({ alphabet.firstIndex(of: $0) }) {
            var sum = (product % 37 + value) % 36
            if sum == 0 { sum = 36 }
            product = sum * 2
        }
        // The check character makes P mod 37 plus itself one, modulo 36.
        return alphabet[((1 - product % 37) % 36 + 36) % 36]
    }
}
