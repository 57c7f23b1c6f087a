/// A picture in shades of grey, on its way to black and white dots.
package struct GreyPicture: Hashable, Sendable {
    /// The width in dots.
    package let width: Int
    /// The height in dots.
    package let height: Int
    /// Row after row from the top, a byte a dot: 0 is black, 255 is white.
    package var shades: [UInt8]

    /// Takes the shades of a picture; there is one for each dot.
    package init(width: Int, height: Int, shades: [UInt8]) {
        precondition(shades.count == width * height, "a picture has a shade for each dot")
        self.width = width
        self.height = height
        self.shades = shades
    }

    /// The picture in black and white, each dot's error spread over its neighbours.
    ///
    /// Floyd and Steinberg's shares (1976), with whole numbers: the same picture gives the same
    /// dots everywhere. Shades that are all but black or white leave no single dots behind.
    package var dithered: Raster {
        var raster = Raster(width: width, height: height)
        var errors = [Int](repeating: 0, count: width + 2)
        for y in 0..<height {
            var next = [Int](repeating: 0, count: width + 2)
            var ahead = 0
            for x in 0..<width {
                let shade =
                    Self.stretched(Int(shades[y * width + x])) + (errors[x + 1] + ahead) / 16
                let isBlack = shade < 128
                raster[x, y] = isBlack
                let error = shade - (isBlack ? 0 : 255)
                ahead = error * 7
                next[x] += error * 3
                next[x + 1] += error * 5
                next[x + 2] += error
            }
            errors = next
        }
        return raster
    }

    /// Shades near black and white become black and white.
    private static func stretched(_ shade: Int) -> Int {
        min(255, max(0, (shade - 16) * 255 / 223))
    }
}
