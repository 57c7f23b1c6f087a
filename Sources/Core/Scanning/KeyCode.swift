/// The keys that a decoder knows by their meaning rather than by their character.
///
/// The numbers are those of Linux's `input-event-codes.h` (`KEY_ENTER` and so on).
package enum KeyCode {
    /// The main Enter key.
    package static let enter: UInt16 = 28
    /// Enter of the numeric pad.
    package static let keypadEnter: UInt16 = 96
    /// The tabulator.
    package static let tab: UInt16 = 15
    /// Left Ctrl.
    package static let leftControl: UInt16 = 29
    /// Right Ctrl.
    package static let rightControl: UInt16 = 97
    /// Left Shift.
    package static let leftShift: UInt16 = 42
    /// Right Shift.
    package static let rightShift: UInt16 = 54
    /// Left Alt.
    package static let leftAlt: UInt16 = 56
    /// Right Alt, on many layouts AltGr.
    package static let rightAlt: UInt16 = 100
    /// The left logo key.
    package static let leftMeta: UInt16 = 125
    /// The right logo key.
    package static let rightMeta: UInt16 = 126
    /// The lock of capital letters.
    package static let capsLock: UInt16 = 58
    /// The lock of the numeric pad.
    package static let numLock: UInt16 = 69
    /// The lock that nothing uses.
    package static let scrollLock: UInt16 = 70
    /// The digits of the main block from 1 to 9, then 0.
    package static let digits: ClosedRange<UInt16> = 2...11
    /// The numeric pad's characters with NumLock on; scanners mean these whether it is or not.
    package static let pad: [(code: UInt16, character: Unicode.Scalar)] = [
        (55, "*"), (71, "7"), (72, "8"), (73, "9"), (74, "-"), (75, "4"), (76, "5"),
        (77, "6"), (78, "+"), (79, "1"), (80, "2"), (81, "3"), (82, "0"), (83, "."),
        (98, "/"), (117, "="), (121, ","),
    ]

    /// The digit of a key of the numeric pad, 0 to 9; nil for any other key.
    static func padDigit(_ code: UInt16) -> UInt32? {
        switch code {
        case 71...73: UInt32(code) - 64
        case 75...77: UInt32(code) - 71
        case 79...81: UInt32(code) - 78
        case 82: 0
        default: nil
        }
    }
}
