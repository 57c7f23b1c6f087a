/// A part of a screen from its left edge to its right one, to be shown as it is.
package struct PageStrip: Hashable, Sendable {
    /// The row at which it begins, from the top.
    package let y: Int
    /// How wide the screen is.
    package let width: Int
    /// Row after row, a pixel each: red, green and blue in the three low bytes, `0x00RRGGBB`.
    package let pixels: [UInt32]

    /// How many rows it has.
    package var height: Int { width > 0 ? pixels.count / width : 0 }
}

/// A whole screen in memory.
package struct PagePicture: Hashable, Sendable {
    /// How wide it is.
    package let width: Int
    /// How high it is.
    package let height: Int
    /// Row after row from the top, `0x00RRGGBB`.
    package private(set) var pixels: [UInt32]

    /// Makes a black screen.
    package init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
        pixels = [UInt32](repeating: 0, count: self.width * self.height)
    }

    /// Shows a strip of a screen of the same width; rows beyond the edge are left out.
    package mutating func show(_ strip: PageStrip) {
        guard strip.width == width, strip.y >= 0 else { return }
        let start = strip.y * width
        let count = min(strip.pixels.count, pixels.count - start)
        guard count > 0 else { return }
        pixels.replaceSubrange(start..<start + count, with: strip.pixels.prefix(count))
    }
}
