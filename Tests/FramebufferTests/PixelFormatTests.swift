import Framebuffer
import Testing

/// Where a pixel's colours go in the screens that there are.
@Suite("pixels of a framebuffer")
struct PixelFormatTests {
    private static func format(
        _ bits: Int, _ red: (Int, Int), _ green: (Int, Int), _ blue: (Int, Int)
    ) -> PixelFormat? {
        let channels = [red, green, blue].map { PixelFormat.Channel(offset: $0.0, length: $0.1) }
        return PixelFormat(bits: bits, red: channels[0], green: channels[1], blue: channels[2])
    }

    @Test("32 bits: blue, green, red, nothing")
    func wide() throws {
        let format = try #require(Self.format(32, (16, 8), (8, 8), (0, 8)))
        #expect(format.packed([0x11_2233, 0xFF_FFFF]) == [0x33, 0x22, 0x11, 0, 255, 255, 255, 0])
    }

    @Test("24 bits, the colours the other way round")
    func swapped() throws {
        let format = try #require(Self.format(24, (0, 8), (8, 8), (16, 8)))
        #expect(format.packed([0x11_2233]) == [0x11, 0x22, 0x33])
    }

    @Test("16 bits: five, six and five of each colour's upper bits")
    func narrow() throws {
        let format = try #require(Self.format(16, (11, 5), (5, 6), (0, 5)))
        #expect(
            format.packed([0xFF_0000, 0x00_FF00, 0x00_00FF, 0]) == [
                0x00, 0xF8, 0xE0, 0x07, 0x1F, 0x00, 0, 0,
            ])
    }

    @Test("a screen of palettes, or one that tells nonsense, is refused", arguments: [1, 4, 8, 15])
    func refused(bits: Int) {
        #expect(Self.format(bits, (0, 8), (8, 8), (16, 8)) == nil)
        #expect(Self.format(32, (0, 0), (8, 8), (16, 8)) == nil)
        #expect(Self.format(32, (40, 8), (8, 8), (16, 8)) == nil)
    }
}
