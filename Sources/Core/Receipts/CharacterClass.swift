/// What has to be done to get a character onto paper.
enum CharacterClass: UInt8 {
    /// One cell, and the printer has it.
    case resident
    /// One cell, and the printer lacks it: a raster of one cell takes its place.
    case sign
    /// White space of any kind; words end here.
    case space
    /// A mark that sits on the character before it.
    case mark
    /// Nothing to see outside complex scripts: joiners, variation selectors, soft hyphens.
    case ignorable
    /// Part of a script that has to be shaped, or wider than a cell.
    case complex
    /// Part of a script that is written from right to left.
    case rightToLeft
    /// A control character; it must never reach a printer.
    case forbidden

    /// The class of a scalar, leaving open whether the printer has it: never `resident`.
    ///
    /// Blocks of the Unicode standard; what is not named here is `complex`, which is right for
    /// every script because a shaper then measures it.
    init(of scalar: Unicode.Scalar) {
        self =
            switch scalar.value {
            case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
            case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: .forbidden
            case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .forbidden
            case 0xAD, 0x200B...0x200F, 0x2060...0x2065, 0xFE00...0xFE0F: .ignorable
            case 0x0300...0x036F, 0x0483...0x0489, 0x20D0...0x20FF: .mark
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: .rightToLeft
            case 0x10800...0x10FFF, 0x1E800...0x1EFFF: .rightToLeft
            case 0x231A...0x231B, 0x23E9...0x23F3, 0x25FD...0x25FE: .complex
            case 0x21...0x058F, 0x10A0...0x10FF, 0x1E00...0x1FFF: .sign
            case 0x2010...0x245F, 0x2500...0x25FF: .sign
            default: .complex
            }
    }
}
