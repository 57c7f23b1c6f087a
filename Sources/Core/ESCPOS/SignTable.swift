import Receipts

/// How each sign that the code page lacks is sent in one receipt.
struct SignTable {
    private struct Entry {
        let value: UInt32
        let isBold: Bool
        let bytes: [UInt8]
    }

    private let rasters: [TextRun: Raster]
    private var entries: [Entry] = []

    init(rasters: [TextRun: Raster]) {
        self.rasters = rasters
    }

    /// Writes a sign: its own byte where one is defined, else its dots in the line.
    mutating func write(
        _ value: UInt32, isBold: Bool, to writer: inout ByteWriter
    ) throws(EncodingError) {
        for entry in entries where entry.value == value && entry.isBold == isBold {
            return writer.append(entry.bytes)
        }
        guard let sign = Unicode.Scalar(value) else { return }
        let raster = try raster(of: sign, isBold: isBold)
        var dots = ByteWriter(capacity: 64)
        dots.appendInline(raster)
        remember(sign, isBold: isBold, as: dots.bytes)
        writer.append(dots.bytes)
    }

    /// Whether a sign has been sent or defined before, so that it needs no code page.
    func isKnown(_ value: UInt32, isBold: Bool) -> Bool {
        entries.contains { $0.value == value && $0.isBold == isBold }
    }

    /// Gives the signs of a receipt bytes of their own, taken from ASCII that it does not use.
    ///
    /// Signs for which no byte is free are sent as dots. Bold is the printer's business then.
    mutating func define(
        _ signs: [Unicode.Scalar], avoiding used: UsedBytes, in writer: inout ByteWriter
    ) throws(EncodingError) {
        var free = (UInt8(0x21)...0x7E).reversed().filter { !used.contains($0) }
        var isDefined = false
        for sign in signs {
            guard !free.isEmpty else { break }
            let code = free.removeFirst()
            writer.define(code, as: try raster(of: sign, isBold: false))
            remember(sign, isBold: false, as: [code])
            remember(sign, isBold: true, as: [code])
            isDefined = true
        }
        if isDefined { writer.useDefinedCharacters() }
    }

    private mutating func remember(_ sign: Unicode.Scalar, isBold: Bool, as bytes: [UInt8]) {
        entries.append(Entry(value: sign.value, isBold: isBold, bytes: bytes))
    }

    /// A receipt may hold a sign in one weight only; its other weight serves then.
    private func raster(
        of sign: Unicode.Scalar, isBold: Bool
    ) throws(EncodingError) -> Raster {
        let text = String(Character(sign))
        let run = TextRun(text, isBold: isBold, form: .cell)
        let other = TextRun(text, isBold: !isBold, form: .cell)
        guard let raster = rasters[run] ?? rasters[other] else { throw .notCovered(sign) }
        guard raster.height == Paper.cellHeightDots, raster.width == Paper.cellWidthDots else {
            throw .wrongHeight(run)
        }
        return raster
    }
}
