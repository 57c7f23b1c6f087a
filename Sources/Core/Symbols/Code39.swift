/// The bars of CODE39 (ISO/IEC 16388, table 1).
enum Code39 {
    static func has(_ byte: UInt8) -> Bool { characters.contains(byte) }

    /// Bars and spaces with start and stop, 1 narrow and 2 wide, a narrow gap between characters.
    static func elements(of text: String) -> [UInt8] {
        var elements: [UInt8] = []
        for byte in [star] + Array(text.utf8) + [star] {
            if !elements.isEmpty { elements.append(1) }
            let index = byte == star ? characters.count : characters.firstIndex(of: byte) ?? 0
            let pattern = patterns[index]
            for bit in (0..<9).reversed() {
                elements.append(pattern >> UInt16(bit) & 1 == 1 ? 2 : 1)
            }
        }
        return elements
    }

    private static let star = UInt8(ascii: "*")
    private static let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%".utf8)

    // Nine elements each, the first in the highest bit; 1 is wide. The last one is the star.
    private static let patterns: [UInt16] = [
        0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025, 0x124, 0x064,
        0x109, 0x049, 0x148, 0x019, 0x118, 0x058, 0x00D, 0x10C, 0x04C, 0x01C,
        0x103, 0x043, 0x142, 0x013, 0x112, 0x052, 0x007, 0x106, 0x046, 0x016,
        0x181, 0x0C1, 0x1C0, 0x091, 0x190, 0x0D0, 0x085, 0x184, 0x0C4, 0x0A8,
        0x0A2, 0x08A, 0x02A, 0x094,
    ]
}
