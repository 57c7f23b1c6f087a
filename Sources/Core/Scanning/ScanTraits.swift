/// How a scan arrived: for the technician, who wants to know how a scanner is set.
package struct ScanTraits: Hashable, Sendable {
    /// When its first character arrived, in nanoseconds of the monotonic clock.
    package internal(set) var startedAt: UInt64 = 0
    /// When its last character or its terminator arrived.
    package internal(set) var finishedAt: UInt64 = 0
    /// The longest pause between two of its characters, in nanoseconds.
    package internal(set) var longestPause: UInt64 = 0
    /// How many bytes arrived, without the terminator and before anything was taken off.
    package internal(set) var count = 0
    /// What ended it; nil: a silence, or the end of a report.
    package internal(set) var terminator: Terminators?
    /// What else was noticed.
    package internal(set) var marks: Marks = []

    /// Nothing is known yet.
    package init() {}

    /// What can be noticed of a scan beside its bytes.
    package struct Marks: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16

        /// Its letters were typed under the scanner's own CapsLock.
        package static let capsLock = Marks(rawValue: 1)
        /// The case of its letters was exchanged and has been put right.
        package static let caseCorrected = Marks(rawValue: 2)
        /// Characters came as Alt and their number on the numeric pad.
        package static let altCode = Marks(rawValue: 4)
        /// Characters came by a dead key.
        package static let deadKey = Marks(rawValue: 8)
        /// Characters came as Ctrl and another.
        package static let control = Marks(rawValue: 16)
        /// A key or a text stood for GS.
        package static let separator = Marks(rawValue: 32)
        /// The prefix was there and has been taken off.
        package static let prefix = Marks(rawValue: 64)
        /// The suffix was there and has been taken off.
        package static let suffix = Marks(rawValue: 128)

        package init(rawValue: UInt16) {
            self.rawValue = rawValue
        }
    }
}
