/// One thing that a scan tells of how its scanner is set, with what to do about it.
///
/// Times are nanoseconds.
package enum ScanVerdict: Hashable, Sendable {
    /// It types like a keyboard, so long for each character; as HID-POS it would be faster.
    case keyboardMode(perCharacter: UInt64, timesFaster: Int)
    /// It is a serial line.
    case serialMode
    /// It speaks HID-POS.
    case hidPOSMode
    /// It ends its scans by this key or character.
    case terminator(Terminators)
    /// It ends its scans by CR and LF.
    case returnAndLineFeed
    /// It sends nothing behind a scan: so long a silence has ended it.
    case endedBySilence(UInt64)
    /// Nothing that ends a scan came in this time.
    case noTerminator(UInt64)
    /// It pauses so long between characters.
    case slow(perCharacter: UInt64)
    /// Letters came with their case exchanged and were put right.
    case caseCorrected
    /// Letters came under the scanner's own CapsLock, which was counted.
    case capsLockCounted
    /// The case of letters seems to be exchanged.
    case caseLooksInverted
    /// The last digit does not fit the others.
    case wrongCheckDigit(expected: Int, found: Int)
    /// Read in another layout, the same keys make sense.
    case layoutLooksLike(name: String, reads: String)
    /// A key came that has no character in the layout.
    case unknownKey(UInt16)
    /// Alt came with a number that stands for no character.
    case unknownNumber(UInt32)
    /// GS came in this form.
    case separator(SeparatorForm)
    /// The text `<GS>` came, and no setting says what it means.
    case separatorText
    /// A key of the upper row came in the place where GS may stand.
    case separatorKey(UInt16)
    /// An AIM identifier came, of this kind of symbol.
    case identifier(code: String, symbol: String?)
    /// GS came, and no AIM identifier before it.
    case noIdentifier
    /// A prefix or suffix of the settings was taken off.
    case trimmed
    /// Keys were repeated by the kernel because they were held.
    case keysRepeated
    /// The kernel lost events.
    case eventsLost
    /// The cable was pulled in the middle.
    case unplugged
    /// More came than any barcode holds.
    case tooLong
    /// A report came that makes no sense.
    case malformed

    /// How GS arrived.
    package enum SeparatorForm: Hashable, Sendable {
        /// As Ctrl and a key.
        case control
        /// As Alt and its number.
        case altCode
        /// As the key or text that the settings name.
        case setting
        /// As itself.
        case plain
    }

    /// How a verdict is to be taken.
    package enum Weight: String, Hashable, Sendable {
        /// All is well.
        case good
        /// It works, and could work better.
        case advice
        /// Scans are lost or wrong until it is changed.
        case wrong
    }
}
