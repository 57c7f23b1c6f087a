extension Raster {
    /// The picture as a portable bitmap (`P4`), in which a prepared logo is kept.
    package var portableBitmap: [UInt8] {
        Array("P4\n\(width) \(height)\n".utf8) + bytes
    }

    /// Reads a portable bitmap that Galla has written; nil for anything else.
    package init?(portableBitmap file: [UInt8]) {
        guard file.starts(with: Array("P4\n".utf8)),
            let end = file.dropFirst(3).firstIndex(of: 0x0A)
        else { return nil }
        let sizes = String(decoding: file[3..<end], as: UTF8.self).split(separator: " ")
        guard sizes.count == 2, let width = Int(sizes[0]), let height = Int(sizes[1]),
            (1...4_096).contains(width), (1...4_096).contains(height)
        else { return nil }
        let rows = file[(end + 1)...]
        guard rows.count == (width + 7) / 8 * height else { return nil }
        self.init(width: width, height: height, rows: Array(rows))
    }
}
