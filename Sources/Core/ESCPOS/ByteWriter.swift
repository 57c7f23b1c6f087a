import Receipts

/// The bytes of a receipt as they grow, with one method for each command in use.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes += more
    }

    /// `ESC @`, `FS .`, `ESC t n`, `ESC 2`: all settings back, no Chinese mode, page, line spacing.
    ///
    /// Many printers wake up in Chinese mode, and `ESC @` brings it back.
    mutating func start(codePage: UInt8, leavingChineseMode: Bool) {
        bytes += [0x1B, 0x40]
        if leavingChineseMode { bytes += [0x1C, 0x2E] }
        setCodePage(codePage)
        setUsualLineSpacing()
    }

    /// `ESC t n`.
    mutating func setCodePage(_ number: UInt8) {
        bytes += [0x1B, 0x74, number]
    }

    /// `ESC 2`.
    mutating func setUsualLineSpacing() {
        bytes += [0x1B, 0x32]
    }

    /// `ESC 3 n`: lines so many dots apart.
    mutating func setLineSpacing(dots: UInt8) {
        bytes += [0x1B, 0x33, dots]
    }

    /// `LF`: prints the line and feeds it.
    mutating func endLine() {
        bytes.append(0x0A)
    }

    /// `ESC E n`.
    mutating func setBold(_ isBold: Bool) {
        bytes += [0x1B, 0x45, isBold ? 1 : 0]
    }

    /// `GS ! n`: twice as wide and high, or back.
    mutating func setDouble(_ isDouble: Bool) {
        bytes += [0x1D, 0x21, isDouble ? 0x11 : 0]
    }

    /// `ESC a n`.
    mutating func setAlignment(_ alignment: Alignment) {
        let code: UInt8 =
            switch alignment {
            case .left: 0
            case .centre: 1
            case .right: 2
            }
        bytes += [0x1B, 0x61, code]
    }

    /// `ESC $ nL nH`: goes on at a place, in dots from the left edge.
    mutating func move(toDots dots: Int) {
        bytes += [0x1B, 0x24, UInt8(dots & 0xFF), UInt8(dots >> 8 & 0xFF)]
    }

    /// `ESC * 33 nL nH`: dots in the line of text, 24 high.
    mutating func appendInline(_ raster: Raster) {
        let width = raster.width
        bytes += [0x1B, 0x2A, 33, UInt8(width & 0xFF), UInt8(width >> 8 & 0xFF)]
        appendColumns(raster, top: 0)
    }

    /// `ESC & 3 c c x`: what the printer shall print for a character of its own.
    mutating func define(_ code: UInt8, as raster: Raster) {
        bytes += [0x1B, 0x26, 3, code, code, UInt8(raster.width & 0xFF)]
        appendColumns(raster, top: 0)
    }

    /// `ESC % 1`: prints the defined characters in place of the printer's own.
    mutating func useDefinedCharacters() {
        bytes += [0x1B, 0x25, 1]
    }

    /// Three bytes for each column of 24 dots, the uppermost dot in the highest bit.
    mutating func appendColumns(_ raster: Raster, top: Int) {
        let start = bytes.count
        for x in 0..<raster.width {
            for band in 0..<3 {
                var byte: UInt8 = 0
                for bit in 0..<8 where raster[x, top + band * 8 + bit] {
                    byte |= 0x80 >> UInt8(bit)
                }
                bytes.append(byte)
            }
        }
        guardDots(from: start)
    }

    /// Makes the dots from a place to the end harmless.
    mutating func guardDots(from start: Int) {
        RealTimeGuard.protect(&bytes, from: start)
    }
}
