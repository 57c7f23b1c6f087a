import ESCPOS
import Receipts

extension PaperReader {
    /// The commands that start with `GS`.
    mutating func readGroup() throws(PaperError) {
        switch try cursor.next() {
        case 0x21: try readSize()
        case 0x48: try cursor.expect(2)
        case 0x56:
            try cursor.expect(66, 0)
            try requireLineStart()
            paper.events.append(.cut)
        case 0x66: try cursor.expect(0)
        case 0x68: barcode.heightDots = Int(try cursor.next())
        case 0x6B: try readBarcode()
        case 0x76: try readPicture()
        case 0x77: barcode.moduleDots = Int(try cursor.next())
        case let other: throw cursor.error("GS \(other) is not in use")
        }
    }

    private mutating func readSize() throws(PaperError) {
        let size = try cursor.next()
        guard size == 0 || size == 0x11 else { throw cursor.error("size \(size)") }
        isDouble = size == 0x11
    }

    private mutating func readPicture() throws(PaperError) {
        try cursor.expect(0x30, 0)
        try requireLineStart()
        let bytesPerRow = try cursor.littleEndian()
        let rows = try cursor.littleEndian()
        guard (1...255).contains(rows), bytesPerRow * 8 <= (profile.paper.widthDots + 7) / 8 * 8
        else { throw cursor.error("a picture of \(bytesPerRow) bytes by \(rows) rows") }
        let data = try cursor.next(bytesPerRow * rows)
        var slice = Raster(width: bytesPerRow * 8, height: rows)
        for (index, byte) in data.enumerated() {
            for bit in 0..<8 where byte << bit & 0x80 != 0 {
                slice[index % bytesPerRow * 8 + bit, index / bytesPerRow] = true
            }
        }
        add(slice)
    }

    /// A slice that follows a full one of the same width goes on with the same picture.
    private mutating func add(_ slice: Raster) {
        var whole = slice
        if case .picture(let before, let place, _) = paper.events.last, place == alignment,
            before.width == slice.width, before.height % 255 == 0
        {
            paper.events.removeLast()
            whole = Raster(width: slice.width, height: before.height + slice.height)
            whole.draw(before, x: 0, y: 0)
            whole.draw(slice, x: 0, y: before.height)
        }
        let text = known.picture(whole)
        paper.events.append(.picture(whole, alignment: alignment, text: text))
    }

    private mutating func readBarcode() throws(PaperError) {
        try cursor.expect(73)
        try requireLineStart()
        let length = Int(try cursor.next())
        let data = try cursor.next(length)
        guard let symbols = Code128Reader.symbols(of: data),
            let text = Code128Reader.text(of: symbols)
        else { throw cursor.error("no CODE128: \(data)") }
        let modules = symbols.count * 11 + 2 + 20
        guard barcode.moduleDots >= 2, barcode.heightDots > 0,
            modules * barcode.moduleDots <= profile.paper.widthDots
        else { throw cursor.error("a barcode of \(modules) modules does not fit") }
        paper.events.append(
            .barcode(text: text, symbols: symbols, moduleDots: barcode.moduleDots))
    }
}
