/// What a driver shows to whoever watches it: all that came from a scanner, before it is decoded.
///
/// Times are nanoseconds of the monotonic clock. What a scanner sends between `opened` and
/// `connected` (of `ScannerEvent`) was shared with others and never becomes a scan.
package enum ScannerTrace: Hashable, Sendable {
    /// A port has been opened; its data follow.
    case opened(ScannerPort, at: UInt64)
    /// An event of a keyboard with the kernel's own time, marks (`SYN_REPORT`) included.
    case key(ScannerIdentity, InputEvent)
    /// The keys that were down after the kernel had lost events, when whole ones began again.
    case held(ScannerIdentity, [UInt16], at: UInt64)
    /// One HID report, its id in front where the descriptor has ids, and when it was fetched.
    case report(ScannerIdentity, [UInt8], at: UInt64)
    /// Bytes of a serial line, and when they were read.
    case bytes(ScannerIdentity, [UInt8], at: UInt64)
    /// A port has been closed: unplugged, or let go.
    case closed(ScannerPort, at: UInt64)
}
