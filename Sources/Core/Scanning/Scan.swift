/// One complete scan: the bytes that the scanner sent, without its terminator.
package struct Scan: Hashable, Sendable {
    /// The bytes as decoded: ASCII for a linear code, GS as 0x1D.
    package let payload: [UInt8]
    /// The scanner it came from.
    package let scanner: ScannerIdentity
    /// When the last event of the scan happened, in nanoseconds of the monotonic clock.
    package let finishedAt: UInt64
    /// How it arrived, for whoever watches.
    package let traits: ScanTraits

    /// Gathers what a decoder found.
    package init(
        payload: [UInt8], scanner: ScannerIdentity, finishedAt: UInt64,
        traits: ScanTraits = ScanTraits()
    ) {
        self.traits = traits
        self.payload = payload
        self.scanner = scanner
        self.finishedAt = finishedAt
    }
}
