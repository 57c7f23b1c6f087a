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
}
