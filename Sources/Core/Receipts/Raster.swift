/// A picture of black and white dots, as wide and high as it prints.
package struct Raster: Hashable, Sendable {
    /// The width in dots.
    package let width: Int
    /// The height in dots.
    package let height: Int
    /// Row after row from the top, eight dots a byte, the leftmost in the highest bit; 1 is black.
    ///
    /// Each row starts at a byte; the bits beyond `width` are white.
    package private(set) var bytes: [UInt8]

    /// Makes a white picture; a negative size is taken as zero.
    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        bytes = [UInt8](repeating: 0, count: (self.width + 7) / 8 * self.height)
    }

    /// Takes rows that are complete; bits beyond the width become white.
    init(width: Int, height: Int, rows: [UInt8]) {
        self.init(width: width, height: height)
        precondition(rows.count == bytes.count, "a picture has all its rows")
        bytes = rows
        guard width % 8 != 0 else { return }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (width % 8))
        for row in 1...max(1, height) where row * bytesPerRow <= bytes.count {
            bytes[row * bytesPerRow - 1] &= mask
        }
    }

    /// How many bytes one row takes.
    package var bytesPerRow: Int { (width + 7) / 8 }

    /// Whether a dot is black; dots outside are white, and setting them does nothing.
    package subscript(x: Int, y: Int) -> Bool {
        get {
            guard contains(x, y) else { return false }
            return bytes[y * bytesPerRow + x >> 3] & (0x80 >> UInt8(x & 7)) != 0
        }
        set {
            guard contains(x, y) else { return }
            let mask: UInt8 = 0x80 >> UInt8(x & 7)
            let index = y * bytesPerRow + x >> 3
            bytes[index] = newValue ? bytes[index] | mask : bytes[index] & ~mask
        }
    }

    /// Whether no dot is black.
    package var isBlank: Bool { bytes.allSatisfy { $0 == 0 } }

    /// Adds another picture's black dots, its corner at `x`, `y`; what lies outside is cut off.
    package mutating func draw(_ other: Raster, x: Int, y: Int) {
        for row in 0..<other.height {
            for column in 0..<other.width where other[column, row] {
                self[x + column, y + row] = true
            }
        }
    }

    /// The part that starts at `x`, `y`; what lies outside is white.
    package func cropped(x: Int, y: Int, width: Int, height: Int) -> Raster {
        var part = Raster(width: width, height: height)
        part.draw(self, x: -x, y: -y)
        return part
    }

    private func contains(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && x < width && y >= 0 && y < height
    }
}
