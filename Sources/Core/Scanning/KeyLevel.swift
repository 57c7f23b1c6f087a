/// Which of the characters on a key is meant: what is held and locked.
package struct KeyLevel: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    /// A Shift key is held.
    package static let shift = KeyLevel(rawValue: 1)
    /// AltGr, or whatever key chooses the third character in this layout.
    package static let altGr = KeyLevel(rawValue: 2)
    /// The key that chooses the fifth character, in the few layouts that have one.
    package static let fifth = KeyLevel(rawValue: 4)
    /// CapsLock is on.
    package static let capsLock = KeyLevel(rawValue: 8)

    /// How many levels there are: every combination of the four.
    package static let count = 16

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Every level, from none held to all.
    package static let all = (0..<UInt8(count)).map(KeyLevel.init(rawValue:))
}
