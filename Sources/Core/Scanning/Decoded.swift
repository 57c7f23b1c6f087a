/// What a decoder found when an event was fed to it.
package enum Decoded: Hashable, Sendable {
    /// A complete scan: its bytes without the terminator, at least one.
    case payload([UInt8])
    /// What had arrived was thrown away; the rest of that scan is thrown away silently.
    case discarded(ScannerEvent.Discard)
}
