/// How a framebuffer keeps a pixel: so many bits, and where in them its three colours are.
package struct PixelFormat: Hashable, Sendable {
    /// A colour's place in a pixel.
    package struct Channel: Hashable, Sendable {
        /// How many bits are below it.
        package let offset: Int
        /// How many bits it has.
        package let length: Int

        /// Gathers a place.
        package init(offset: Int, length: Int) {
            self.offset = offset
            self.length = length
        }

        /// The upper bits of a colour of eight bits, in their place.
        func placed(_ colour: UInt32) -> UInt32 {
            let bits = length >= 8 ? colour << UInt32(length - 8) : colour >> UInt32(8 - length)
            return bits << UInt32(offset)
        }

        var isUsable: Bool { (1...16).contains(length) && (0...31).contains(offset) }
    }

    /// How many bytes a pixel has: 2, 3 or 4.
    package let bytes: Int
    private let red: Channel
    private let green: Channel
    private let blue: Channel

    /// Takes what the kernel says; nil for a screen of palettes or of one colour.
    package init?(bits: Int, red: Channel, green: Channel, blue: Channel) {
        guard [16, 24, 32].contains(bits), red.isUsable, green.isUsable, blue.isUsable else {
            return nil
        }
        bytes = bits / 8
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Pixels `0x00RRGGBB` as the framebuffer has them, the lowest byte of each first.
    package func packed(_ pixels: some Collection<UInt32>) -> [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(pixels.count * bytes)
        var last: (pixel: UInt32, value: UInt32) = (0, value(of: 0))
        for pixel in pixels {
            if pixel != last.pixel { last = (pixel, value(of: pixel)) }
            for byte in 0..<bytes {
                packed.append(UInt8(truncatingIfNeeded: last.value >> UInt32(8 * byte)))
            }
        }
        return packed
    }

    private func value(of pixel: UInt32) -> UInt32 {
        red.placed(pixel >> 16 & 0xFF) | green.placed(pixel >> 8 & 0xFF)
            | blue.placed(pixel & 0xFF)
    }
}
