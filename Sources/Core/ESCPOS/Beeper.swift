/// The command by which a printer makes a tone.
package enum Beeper: String, Hashable, Sendable, CaseIterable {
    /// `ESC B n t`: n tones of t times 50 ms (Xprinter, Rongta and most printers like them).
    case escapeB = "ESC B"
    /// `ESC ( A`, function 97: n tones from a beeper that is built in (Epson).
    case escapeA = "ESC ( A"
    /// `BEL`: one tone for each byte.
    case bell = "BEL"
}
