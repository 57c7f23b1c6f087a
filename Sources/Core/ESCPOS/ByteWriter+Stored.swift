import Receipts

extension ByteWriter {
    /// `GS 8 L`, function 67: keeps a picture under two letters.
    mutating func store(_ raster: Raster, as key: StoredPictures.Key) {
        let count = 11 + raster.bytes.count
        let lengths = (0..<4).map { UInt8(count >> ($0 * 8) & 0xFF) }
        guard RealTimeGuard.isHarmless(lengths) else {
            // A count that reads 10 04 is told by one white row more.
            let longer = raster.cropped(
                x: 0, y: 0, width: raster.width, height: raster.height + 1)
            return store(longer, as: key)
        }
        append([0x1D, 0x38, 0x4C] + lengths)
        // m 48, fn 67, a 48 monochrome, the letters, b 1 colour; width in dots, rows; c 49.
        append([48, 67, 48, key.first, key.second, 1])
        let width = raster.bytesPerRow * 8
        append([UInt8(width & 0xFF), UInt8(width >> 8 & 0xFF)])
        append([UInt8(raster.height & 0xFF), UInt8(raster.height >> 8 & 0xFF), 49])
        let start = bytes.count
        append(raster.bytes)
        guardDots(from: start)
    }

    /// `GS ( L`, function 66: forgets a picture that is kept.
    mutating func forget(_ key: StoredPictures.Key) {
        append([0x1D, 0x28, 0x4C, 4, 0, 48, 66] + key.codes)
    }

    /// `GS ( L`, function 69: prints a picture that is kept, in its own size.
    mutating func printStored(_ key: StoredPictures.Key) {
        append([0x1D, 0x28, 0x4C, 6, 0, 48, 69, key.first, key.second, 1, 1])
    }
}
