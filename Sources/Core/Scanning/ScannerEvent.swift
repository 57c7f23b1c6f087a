/// What a scanner driver tells the till.
package enum ScannerEvent: Hashable, Sendable {
    /// The scanner is there and its scans arrive from now on.
    case connected(ScannerIdentity)
    /// The scanner is gone; the bill stays and the driver takes it back by itself.
    case disconnected(ScannerIdentity)
    /// A complete scan.
    case scanned(Scan)
    /// Part of a scan was thrown away; the person must scan again.
    case discarded(ScannerIdentity, Discard)
    /// A scanner is there but cannot be used; the sentence says why and what to do.
    case refused(ScannerIdentity, reason: String)

    /// Why a partial scan was thrown away.
    package enum Discard: Hashable, Sendable {
        /// The kernel lost events (`SYN_DROPPED`).
        case eventsLost
        /// The cable was pulled in the middle of a scan.
        case unplugged
        /// No terminator came in time.
        case timedOut
        /// More characters than any barcode holds.
        case tooLong
        /// A key that the layout has no character for.
        case unknownKey(UInt16)
        /// A report that cannot be what it says it is, or whose other half was lost.
        case malformed
        /// Alt with a number that stands for no character.
        case unknownNumber(UInt32)
    }
}
