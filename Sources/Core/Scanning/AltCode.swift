/// A character typed as Alt and its number on the numeric pad, as Windows reads it.
struct AltCode: Hashable, Sendable {
    private var number: UInt32 = 0
    private var digits = 0
    private var hasLeadingZero = false

    var isEmpty: Bool { digits == 0 }

    /// Takes the next digit, 0 to 9; more than seven make a number beyond every character.
    mutating func append(_ digit: UInt32) {
        if digits == 0 { hasLeadingZero = digit == 0 }
        digits += 1
        number = min(number * 10 + digit, 0x11_0000)
    }

    /// The character, or the number that is none.
    ///
    /// Below 128 it is ASCII, GS (029) included. From there to 255 a zero in front means
    /// Windows-1252, none the code page 437 of DOS. Larger numbers are Unicode.
    func scalar() throws(NoCharacter) -> Unicode.Scalar {
        let found: Unicode.Scalar? =
            switch number {
            case 1..<0x80: Unicode.Scalar(number)
            case 0x80..<0x100:
                hasLeadingZero ? Self.windows(number) : Self.dos[Int(number) - 0x80]
            default: Unicode.Scalar(number)
            }
        guard number > 0, let found else { throw NoCharacter(number: number) }
        return found
    }

    /// A number that stands for no character.
    struct NoCharacter: Error {
        let number: UInt32
    }

    /// Windows-1252 is ISO 8859-1 but for 32 places, of which five are empty.
    private static func windows(_ number: UInt32) -> Unicode.Scalar? {
        guard number < 0xA0 else { return Unicode.Scalar(number) }
        let found = windowsExtras[Int(number) - 0x80]
        return found == "\u{0}" ? nil : found
    }

    private static let windowsExtras = Array(
        "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ".unicodeScalars)

    /// The upper half of code page 437.
    private static let dos = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
            .unicodeScalars)
}
