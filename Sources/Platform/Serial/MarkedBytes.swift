/// Reads the marks that a terminal in mode PARMRK puts among its bytes (termios(3)).
///
/// `FF 00 x` is a byte x that arrived with a wrong parity or frame (a break is one of zero), `FF FF`
/// a byte FF. A mark may lie across two reads.
struct MarkedBytes: Hashable, Sendable {
    private var held: [UInt8] = []

    /// The bytes of one read, nil for a damaged one.
    mutating func take(_ bytes: [UInt8]) -> [UInt8?] {
        // Hardly ever is there anything to do.
        if held.isEmpty, !bytes.contains(0xFF) { return bytes }
        var found: [UInt8?] = []
        found.reserveCapacity(bytes.count)
        for byte in bytes {
            switch (held.count, byte) {
            case (0, 0xFF): held = [0xFF]
            case (0, _): found.append(byte)
            case (1, 0x00): held.append(byte)
            case (1, _):
                // A line without such marks, or a doubled FF.
                if byte != 0xFF { found.append(0xFF) }
                found.append(byte)
                held = []
            default:
                found.append(nil)
                held = []
            }
        }
        return found
    }
}
