import ESCPOS
import Testing

@Suite struct CodePageTests {
    @Test(
        "PC858 has its characters where IBM put them",
        arguments: [
            ("Ç", 0x80), ("×", 0x9E), ("¿", 0xA8), ("®", 0xA9), ("─", 0xC4), ("€", 0xD5),
            ("Ò", 0xE3), ("²", 0xFD), ("■", 0xFE), ("A", 0x41), ("~", 0x7E),
        ] as [(Unicode.Scalar, UInt8)])
    func bytes(scalar: Unicode.Scalar, byte: UInt8) {
        #expect(CodePage.pc858.byte(of: scalar) == byte)
    }

    @Test("what PC858 lacks has no byte", arguments: ["₹", "न", "\u{1B}", "\u{0A}", "\u{7F}"])
    func lacks(text: String) throws {
        let scalar = try #require(text.unicodeScalars.first)
        #expect(CodePage.pc858.byte(of: scalar) == nil)
    }
}
