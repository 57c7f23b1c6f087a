/// Keeps picture data from forming a command that a printer obeys even inside a picture.
///
/// Printers look for `DLE EOT` (10 04), `DLE ENQ` (10 05) and `DLE DC4` (10 14) in the raw stream
/// before anything is parsed: the last one may open the drawer or clear the buffer (HPRT TP809
/// manual, page 36).
enum RealTimeGuard {
    /// Makes picture data harmless, from `start` to the end, by one dot more beside a single dot.
    ///
    /// A byte 10h is one black dot among eight; 18h is the same dot twice as thick.
    static func protect(_ bytes: inout [UInt8], from start: Int) {
        guard start < bytes.count else { return }
        for index in start..<(bytes.count - 1)
        where bytes[index] == 0x10 && isCommand(bytes[index + 1]) {
            bytes[index] = 0x18
        }
    }

    /// Whether bytes that may not be changed hold no such command.
    static func isHarmless(_ bytes: [UInt8]) -> Bool {
        !bytes.indices.dropLast().contains { bytes[$0] == 0x10 && isCommand(bytes[$0 + 1]) }
    }

    private static func isCommand(_ byte: UInt8) -> Bool {
        byte == 0x04 || byte == 0x05 || byte == 0x14
    }
}
