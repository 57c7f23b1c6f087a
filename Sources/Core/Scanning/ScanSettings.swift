/// How a scanner is set, for all ways in alike: keys, serial bytes and HID reports.
///
/// Times are nanoseconds. What a scanner does not need stays at its default: ends by whatever
/// terminator comes first, types like a us keyboard.
package struct ScanSettings: Hashable, Sendable {
    /// The layout a keyboard scanner types in: its own, not the console's.
    package var table: KeyTable = .us
    /// What a keyboard scanner does about CapsLock.
    package var capsLock: CapsLockHabit = .own
    /// Keys that stand for GS where a scanner is set so (`KEY_F8`); no key does by default.
    package var separatorKeys: Set<UInt16> = []
    /// Texts that stand for GS where a scanner is set so (`<GS>`); never empty ones.
    package var separatorTexts: [[UInt8]] = []
    /// What ends a scan; of these characters none can be in a code.
    package var terminators: Terminators = .any
    /// The silence that ends a scan of a scanner that sends no terminator; nil: none does.
    package var silence: UInt64?
    /// The longest pause within a scan that ends by a terminator; after it the part is dropped.
    ///
    /// Scanners can be set to pause up to 990 ms between characters.
    package var patience: UInt64 = 1_000_000_000
    /// What the scanner sends before each code; taken off where it is there.
    package var prefix: [UInt8] = []
    /// What the scanner sends behind each code, before the terminator; taken off where it is there.
    package var suffix: [UInt8] = []
    /// The most bytes of a scan, prefix and suffix included.
    ///
    /// More than any symbology holds: a full Data Matrix has 3116 digits.
    package var longest = 4096

    /// The silence that ends a scan without a terminator, unless it is set otherwise.
    package static let usualSilence: UInt64 = 100_000_000

    /// Settings of a scanner as it leaves the factory.
    package init() {}

    /// Settings of a scanner that types in another layout.
    package init(table: KeyTable) {
        self.table = table
    }

    /// A scanner as it leaves the factory.
    package static let standard = ScanSettings()

    /// After so long without another character, what has arrived is all there is.
    var limit: UInt64 { silence ?? patience }
}

/// What a keyboard scanner does about CapsLock.
package enum CapsLockHabit: Hashable, Sendable {
    /// It types plainly, or presses CapsLock itself: its own presses count, nobody else's.
    case own
    /// It exchanges the case of what it sends, in the belief that CapsLock is on.
    case inverted
}
