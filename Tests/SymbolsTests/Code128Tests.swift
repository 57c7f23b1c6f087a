import Symbols
import Testing

@Suite struct Code128Tests {
    private static func letters(_ text: String) -> Code128.Part { .letters(Array(text.utf8)) }

    @Test(
        "digits travel in pairs where that is shorter",
        arguments: [
            ("ABC", [letters("ABC")]),
            ("BILL-2601000001", [letters("BILL-"), .digitPairs([26, 1, 0, 0, 1])]),
            ("BILL-123", [letters("BILL-123")]),
            ("BILL-12345", [letters("BILL-1"), .digitPairs([23, 45])]),
            ("1234", [.digitPairs([12, 34])]),
            ("A1234B", [letters("A1234B")]),
            ("A123456B", [letters("A"), .digitPairs([12, 34, 56]), letters("B")]),
        ] as [(String, [Code128.Part])])
    func parts(text: String, wanted: [Code128.Part]) {
        #expect(Code128(text)?.parts == wanted)
    }

    @Test("pairs that would be a real-time command are broken up", arguments: ["04", "05", "20"])
    func realTimePairs(second: String) {
        #expect(
            Code128("16" + second + "77")?.parts
                == [.digitPairs([16]), Self.letters(second + "77")])
    }

    @Test("the width counts start, check, stop and changes of set")
    func width() {
        // Start, five letters, change, five pairs, check: 13 symbols of 11, and a stop of 13.
        #expect(Code128("BILL-2601000001")?.modules == 13 * 11 + 13)
        #expect(Code128("BILL-2601000001")?.modulesWithQuietZones == 13 * 11 + 13 + 20)
    }

    @Test("what CODE128 B cannot hold is refused", arguments: ["", "é", "a\n", "₹"])
    func refused(text: String) {
        #expect(Code128(text) == nil)
    }
}
