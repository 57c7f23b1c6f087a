import Receipts

extension ByteWriter {
    /// A picture on lines of its own, by the printer's command and in slices that it takes.
    mutating func appendPicture(_ raster: Raster, for profile: PrinterProfile) {
        switch profile.pictures {
        case .rasterBlock:
            for slice in Self.slices(of: raster, rows: min(profile.sliceRows, 255)) {
                appendBlock(raster, slice)
            }
        case .graphics:
            for slice in Self.slices(of: raster, rows: profile.sliceRows) {
                appendGraphics(raster, slice)
            }
        case .bands: appendBands(raster)
        }
    }

    private static func slices(of raster: Raster, rows: Int) -> [Range<Int>] {
        stride(from: 0, to: raster.height, by: rows).map {
            $0..<min($0 + rows, raster.height)
        }
    }

    /// `GS v 0`: bytes in a row, rows, dots.
    private mutating func appendBlock(_ raster: Raster, _ rows: Range<Int>) {
        let width = raster.bytesPerRow
        append([0x1D, 0x76, 0x30, 0, UInt8(width & 0xFF), UInt8(width >> 8 & 0xFF)])
        append([UInt8(rows.count), 0])
        appendRows(raster, rows)
    }

    /// `GS 8 L`, function 112: stores the dots; `GS ( L`, function 50: prints them.
    private mutating func appendGraphics(_ raster: Raster, _ rows: Range<Int>) {
        let width = raster.bytesPerRow
        let count = 10 + width * rows.count
        let bytes = (0..<4).map { UInt8(count >> ($0 * 8) & 0xFF) }
        guard RealTimeGuard.isHarmless(bytes) || rows.count < 2 else {
            // A count that reads 10 04 is told by another number of rows.
            appendGraphics(raster, rows.dropLast())
            return appendGraphics(raster, rows.suffix(1))
        }
        append([0x1D, 0x38, 0x4C] + bytes)
        // m 48, fn 112, a 48 monochrome, bx 1, by 1, c 49; width in dots, rows.
        append([48, 112, 48, 1, 1, 49])
        append([UInt8(width * 8 & 0xFF), UInt8(width * 8 >> 8 & 0xFF)])
        append([UInt8(rows.count & 0xFF), UInt8(rows.count >> 8 & 0xFF)])
        appendRows(raster, rows)
        append([0x1D, 0x28, 0x4C, 2, 0, 48, 50])
    }

    private mutating func appendRows(_ raster: Raster, _ rows: Range<Int>) {
        let start = bytes.count
        let width = raster.bytesPerRow
        append(raster.bytes[(rows.lowerBound * width)..<(rows.upperBound * width)])
        guardDots(from: start)
    }

    /// `ESC 3 24`, then `ESC * 33` and `LF` for each 24 rows: no white between the bands.
    private mutating func appendBands(_ raster: Raster) {
        setLineSpacing(dots: 24)
        let width = raster.width
        for top in stride(from: 0, to: raster.height, by: 24) {
            append([0x1B, 0x2A, 33, UInt8(width & 0xFF), UInt8(width >> 8 & 0xFF)])
            appendColumns(raster, top: top)
            endLine()
        }
        setUsualLineSpacing()
    }
}
