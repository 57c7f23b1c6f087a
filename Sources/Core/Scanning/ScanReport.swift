/// All that can be said of one scan, or of one that was thrown away.
package struct ScanReport: Hashable, Sendable {
    /// What the decoder found.
    package let decoded: Decoded
    /// The way it came.
    package let way: ScannerWay
    /// The scan's text without its AIM identifier, shown safely; empty for what was thrown away.
    package let text: String
    /// The AIM identifier with its bracket (`]C1`), if one came.
    package let identifier: String?
    /// How many characters came, terminator aside.
    package let characters: Int
    /// Nanoseconds from its first event to its last.
    package let duration: UInt64
    /// The longest pause between two characters, in nanoseconds.
    package let longestPause: UInt64
    /// What ended it; nil: a silence, the end of a report, or trouble.
    package let terminator: Terminators?
    /// What it tells of the scanner, what is wrong first.
    package let verdicts: [ScanVerdict]

    /// Nanoseconds a character, on the average.
    package var perCharacter: UInt64 {
        characters > 0 ? duration / UInt64(characters) : 0
    }
}
