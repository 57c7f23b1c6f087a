package import Scanning

/// Which scanners to take and how to read them.
package struct ScannerSetup: Hashable, Sendable {
    /// The scanners that are meant.
    package var matches: [ScannerMatch]
    /// The shop's names for its scanners.
    package var lanes: [ScannerLane]
    /// How the scanners are set: layout, terminators, prefixes.
    package var settings: ScanSettings
    /// Speed and framing of serial lines whose address does not say another.
    package var line: SerialLine
    /// Whether others may go on using the scanners.
    package var manner: Manner

    /// Whether others may go on using the scanners.
    package enum Manner: Hashable, Sendable {
        /// Taken for ourselves, as a till does it: nothing is typed elsewhere.
        case alone
        /// Keyboards are listened to beside everybody else, to find out which of them scans.
        case beside
    }

    /// Gathers a setup; without more words it is that of a till.
    ///
    /// Only who listens beside others may ask for `ScannerMatch.anything`.
    package init(
        matches: [ScannerMatch], lanes: [ScannerLane] = [], settings: ScanSettings = .standard,
        line: SerialLine = .usual, manner: Manner = .alone
    ) {
        precondition(manner == .beside || !matches.contains(.anything))
        self.matches = matches
        self.lanes = lanes
        self.settings = settings
        self.line = line
        self.manner = manner
    }
}
