import ESCPOS
import Receipts

extension PaperReader {
    /// `GS v 0`: dots on lines of their own, at once.
    mutating func readPicture() throws(PaperError) {
        try cursor.expect(0x30, 0)
        try requirePicture(.rasterBlock)
        let bytesPerRow = try cursor.littleEndian()
        let rows = try cursor.littleEndian()
        guard rows <= 255 else { throw cursor.error("a picture of \(rows) rows") }
        add(try readRows(bytesPerRow, rows))
    }

    /// `GS ( L`: prints what `GS 8 L` has stored, at once or for good; lists and forgets the latter.
    mutating func readGraphicsFunction() throws(PaperError) {
        let count = try cursor.littleEndian()
        try cursor.expect(48)
        switch (count, try cursor.next()) {
        case (2, 50):
            guard let slice = storedSlice else { throw cursor.error("no graphics are stored") }
            storedSlice = nil
            add(slice)
        case (6, 69):
            try requireLineStart()
            let key = try cursor.next(2)
            try cursor.expect(1, 1)
            guard let picture = keptPictures[key] else {
                throw cursor.error("nothing is kept as \(key)")
            }
            paper.events.append(
                .picture(picture, alignment: alignment, text: known.picture(picture)))
        case (4, 64):
            try requireKeeping()
            try cursor.expect(75, 67)
        case (4, 66):
            try requireKeeping()
            let key = try cursor.next(2)
            guard keptPictures.removeValue(forKey: key) != nil else {
                throw cursor.error("nothing is kept as \(key)")
            }
        case (_, let function): throw cursor.error("function \(function) of GS ( L is not in use")
        }
    }

    /// `GS 8 L`: stores dots, which `GS ( L` prints.
    mutating func readGraphics() throws(PaperError) {
        try cursor.expect(0x4C)
        let low = try cursor.littleEndian()
        let count = low + (try cursor.littleEndian()) << 16
        try cursor.expect(48)
        let function = try cursor.next()
        guard function != 67 else { return try readKeeping(count) }
        guard function == 112 else { throw cursor.error("function \(function) of GS 8 L") }
        try requirePicture(.graphics)
        try cursor.expect(48, 1, 1, 49)
        let widthDots = try cursor.littleEndian()
        let rows = try cursor.littleEndian()
        guard widthDots % 8 == 0, count == 10 + widthDots / 8 * rows, storedSlice == nil else {
            throw cursor.error("\(count) bytes for \(widthDots) × \(rows) dots")
        }
        storedSlice = try readRows(widthDots / 8, rows)
    }

    /// Function 67: keeps a picture without power.
    private mutating func readKeeping(_ count: Int) throws(PaperError) {
        try requireKeeping()
        try cursor.expect(48)
        let key = try cursor.next(2)
        try cursor.expect(1)
        let widthDots = try cursor.littleEndian()
        let rows = try cursor.littleEndian()
        try cursor.expect(49)
        guard widthDots % 8 == 0, count == 11 + widthDots / 8 * rows else {
            throw cursor.error("\(count) bytes for \(widthDots) × \(rows) dots")
        }
        keptPictures[key] = try readRows(widthDots / 8, rows, most: 2_303)
    }

    /// `ESC * 33`, `LF`, where lines are 24 dots apart: a band of a picture.
    mutating func readBand(_ raster: Raster) throws(PaperError) {
        guard profile.pictures == .bands || profile.pictures == .needles,
            raster.width <= profile.paper.widthDots
        else {
            throw cursor.error("a band of \(raster.width) dots")
        }
        try cursor.expect(0x0A)
        add(raster)
    }

    private func requireKeeping() throws(PaperError) {
        guard profile.keepsPictures else { throw cursor.error("this printer keeps no pictures") }
    }

    private mutating func requirePicture(_ command: PictureCommand) throws(PaperError) {
        try requireLineStart()
        guard profile.pictures == command else {
            throw cursor.error("this printer takes pictures by \(profile.pictures.rawValue)")
        }
    }

    private mutating func readRows(
        _ bytesPerRow: Int, _ rows: Int, most: Int? = nil
    ) throws(PaperError) -> Raster {
        guard (1...(most ?? profile.sliceRows)).contains(rows),
            bytesPerRow * 8 <= (profile.paper.widthDots + 7) / 8 * 8
        else { throw cursor.error("a picture of \(bytesPerRow) bytes by \(rows) rows") }
        let data = try cursor.next(bytesPerRow * rows)
        var slice = Raster(width: bytesPerRow * 8, height: rows)
        for (index, byte) in data.enumerated() {
            for bit in 0..<8 where byte << bit & 0x80 != 0 {
                slice[index % bytesPerRow * 8 + bit, index / bytesPerRow] = true
            }
        }
        return slice
    }

    /// A slice goes on with the picture before it until that one is a picture known as a whole.
    mutating func add(_ slice: Raster) {
        var whole = slice
        if case .picture(let before, let place, nil) = paper.events.last, place == alignment,
            before.width == slice.width
        {
            paper.events.removeLast()
            whole = Raster(width: slice.width, height: before.height + slice.height)
            whole.draw(before, x: 0, y: 0)
            whole.draw(slice, x: 0, y: before.height)
        }
        let text = known.picture(whole)
        paper.events.append(.picture(whole, alignment: alignment, text: text))
    }
}
