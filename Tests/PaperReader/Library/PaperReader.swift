package import ESCPOS
import Receipts

/// A printer in software that takes the commands our encoder uses and refuses all others.
///
/// It refuses what a real printer would print as garbage or drop without a word: text beyond the
/// right edge, pictures in the middle of a line, barcodes wider than the paper, picture slices
/// over 255 rows, lengths that run past the end, and bytes that form a real-time command.
package struct PaperReader {
    var cursor: ByteCursor
    let profile: PrinterProfile
    let known: KnownImages
    var paper: PrintedPaper
    var row = PrintedRow()
    var position = 0
    var isBold = false
    var isDouble = false
    var alignment = Alignment.left
    var definedCharacters: [UInt8: Raster] = [:]
    var usesDefinedCharacters = false
    var barcode = BarcodeSettings()
    var symbol = SymbolSettings()
    /// The code page in force.
    var page: CodePage
    /// Whether lines are as close as the bands of a picture.
    var isBanded = false
    /// What `GS 8 L` has stored.
    var storedSlice: Raster?

    /// What `GS H`, `GS h` and `GS w` have set.
    struct BarcodeSettings {
        var moduleDots = 0
        var heightDots = 0
    }

    /// Reads one receipt.
    package static func read(
        _ bytes: [UInt8], profile: PrinterProfile, known: KnownImages
    ) throws(PaperError) -> PrintedPaper {
        try refuseRealTimeCommands(bytes)
        var reader = PaperReader(bytes, profile, known)
        let start: [UInt8] = [0x1B, 0x40] + (profile.leavesChineseMode ? [0x1C, 0x2E] : [])
        guard bytes.starts(with: start) else {
            throw PaperError(offset: 0, reason: "a receipt starts with ESC @ and FS .")
        }
        while !reader.cursor.isAtEnd { try reader.step() }
        guard reader.row.marks.isEmpty else { throw reader.cursor.error("the last line has no LF") }
        return reader.paper
    }

    private init(_ bytes: [UInt8], _ profile: PrinterProfile, _ known: KnownImages) {
        cursor = ByteCursor(bytes)
        self.profile = profile
        self.known = known
        page = profile.codePages[0]
        paper = PrintedPaper(
            widthDots: profile.paper.widthDots, columns: profile.paper.columns)
    }

    private static func refuseRealTimeCommands(_ bytes: [UInt8]) throws(PaperError) {
        for (offset, byte) in bytes.enumerated().dropLast() where byte == 0x10 {
            guard ![0x04, 0x05, 0x14].contains(bytes[offset + 1]) else {
                throw PaperError(offset: offset, reason: "a printer obeys this at once")
            }
        }
    }

    private mutating func step() throws(PaperError) {
        cursor.startCommand()
        let byte = try cursor.next()
        switch byte {
        case 0x07:
            guard profile.beeper == .bell else { throw cursor.error("no such beeper") }
            addBell()
        case 0x0A: endRow()
        case 0x1B: try readEscape()
        case 0x1C: try cursor.expect(0x2E)
        case 0x1D: try readGroup()
        case 0x20...0x7E, 0x80...0xFF: try print(byte)
        default: throw cursor.error("no command starts with \(byte)")
        }
    }

    private mutating func print(_ byte: UInt8) throws(PaperError) {
        let width = Paper.cellWidthDots * (isDouble ? 2 : 1)
        if usesDefinedCharacters, let raster = definedCharacters[byte] {
            let text = known.text(of: raster) ?? unknown(raster)
            return try place(text, width: width, raster: raster)
        }
        guard let scalar = scalar(of: byte) else {
            throw cursor.error("\(page.name) has no character \(byte)")
        }
        try place(String(Character(scalar)), width: width, raster: nil)
    }

    private func scalar(of byte: UInt8) -> Unicode.Scalar? {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        let scalar = page.upperHalf[Int(byte) - 0x80]
        return scalar == " " ? nil : scalar
    }

    mutating func unknown(_ raster: Raster) -> String {
        paper.unknownImages += 1
        return "[dots \(raster.width)×\(raster.height)]"
    }

    mutating func place(_ text: String, width: Int, raster: Raster?) throws(PaperError) {
        guard position + width <= profile.paper.lineWidthDots else {
            throw cursor.error("\"\(text)\" would stand beyond the right edge")
        }
        guard alignment == .left else { throw cursor.error("text is placed, not aligned") }
        guard row.marks.isEmpty || row.isDouble == isDouble else {
            throw cursor.error("two sizes on one line")
        }
        row.isDouble = isDouble
        row.marks.append(
            PrintedRow.Mark(
                xDots: position, widthDots: width, text: text, isBold: isBold, raster: raster))
        position += width
    }

    mutating func requireLineStart() throws(PaperError) {
        guard row.marks.isEmpty, position == 0 else {
            throw cursor.error("only allowed at the start of a line")
        }
    }

    /// Bells in a row are one signal.
    private mutating func addBell() {
        guard case .beep(let times) = paper.events.last else {
            return paper.events.append(.beep(times: 1))
        }
        paper.events[paper.events.count - 1] = .beep(times: times + 1)
    }

    private mutating func endRow() {
        paper.events.append(.row(row))
        row = PrintedRow()
        position = 0
    }
}
