import ESCPOS
import Receipts
import Testing

/// Small receipts byte by byte, so that every command's fields can be checked against a manual.
@Suite struct GoldenBytesTests {
    private static let rupee: Raster = {
        var raster = Raster(width: 12, height: 24)
        raster[0, 0] = true
        raster[11, 23] = true
        return raster
    }()

    private func encode(
        _ blocks: [ReceiptBlock], signs: PrinterProfile.MissingSigns = .bitImage,
        hasCutter: Bool = true
    ) throws -> [UInt8] {
        let profile = PrinterProfile(
            name: "golden", paper: Paper(columns: 32, widthDots: 384, barcodeModuleDots: 2),
            missingSigns: signs, cutter: hasCutter ? .partial : .none)
        let rasters = [TextRun("₹", isBold: false, form: .cell): Self.rupee]
        return try ReceiptEncoder(profile).encode(
            profile.layout(rasters: rasters).receipt(of: ReceiptDocument(blocks)))
    }

    private static let start: [UInt8] = [
        0x1B, 0x40,  // ESC @: all settings back
        0x1C, 0x2E,  // FS .: no Chinese mode
        0x1B, 0x74, 19,  // ESC t 19: PC858
        0x1B, 0x32,  // ESC 2: the usual line spacing
    ]

    @Test("a small receipt with a bit image for the rupee sign")
    func bitImage() throws {
        let expected: [[UInt8]] = [
            Self.start,
            [0x1B, 0x70, 0, 50, 250],  // ESC p: pin 2, 100 ms on, 500 ms off
            [0x1D, 0x21, 0x11],  // GS !: double width and height
            [0x1B, 0x24, 0x9C, 0x00],  // ESC $ 156: (32 - 2·3) / 2 = 13 cells of 12 dots
            [0x1B, 0x45, 1],  // ESC E: bold
            [0x54, 0x65, 0x61, 0x0A],  // "Tea" LF
            [0x1D, 0x21, 0x00],  // GS !: back to one cell
            [0x1B, 0x45, 0],  // ESC E: not bold
            [0x41],  // "A"
            [0x1B, 0x24, 0x20, 0x01],  // ESC $ 288: 32 - 8 cells before "2 × ₹100"
            [0x32, 0x20, 0x9E, 0x20],  // "2 × " with × at 9Eh of PC858
            [0x1B, 0x2A, 33, 12, 0],  // ESC *: 24-dot double density, 12 columns
            [0x80, 0, 0] + [UInt8](repeating: 0, count: 30) + [0, 0, 0x01],  // its dots
            [0x31, 0x30, 0x30, 0x0A],  // "100" LF
            [0x1D, 0x56, 66, 0],  // GS V: feed to the cutter and cut
        ]
        let blocks: [ReceiptBlock] = [
            .drawerPulse, .text("Tea", style: .headline, alignment: .centre),
            .table([TableRow("A", ["2 × ₹100"])]), .cut,
        ]
        #expect(try encode(blocks) == Array(expected.joined()))
    }

    @Test("a rupee sign as a character of our own costs one byte each time")
    func userDefined() throws {
        let expected: [[UInt8]] = [
            Self.start,
            [0x1B, 0x26, 3, 0x7D, 0x7D, 12],  // ESC &: '}', as '~' is in use; 12 columns wide
            [0x80, 0, 0] + [UInt8](repeating: 0, count: 30) + [0, 0, 0x01],  // its dots
            [0x1B, 0x25, 1],  // ESC %: use it
            [0x7E, 0x7D, 0x35, 0x20, 0x7D, 0x36, 0x0A],  // "~₹5 ₹6" LF
            [0x1B, 0x64, 4],  // ESC d: no cutter, so four lines up to the tear bar
        ]
        let blocks: [ReceiptBlock] = [.text("~₹5 ₹6", style: .plain, alignment: .left), .cut]
        #expect(
            try encode(blocks, signs: .userDefined, hasCutter: false) == Array(expected.joined()))
    }

    @Test("a barcode is CODE128 with its sets named and its text below")
    func barcode() throws {
        let expected: [[UInt8]] = [
            Self.start,
            [0x1B, 0x61, 1],  // ESC a: centred
            [0x1D, 0x48, 2],  // GS H: text below
            [0x1D, 0x66, 0],  // GS f: in font A
            [0x1D, 0x68, 80],  // GS h: 80 dots high
            [0x1D, 0x77, 2],  // GS w: two dots for a module
            [0x1D, 0x6B, 73, 12],  // GS k: CODE128, 12 bytes follow
            [0x7B, 0x42, 0x41, 0x7B, 0x7B, 0x2D],  // {B "A" "{{" "-"
            [0x7B, 0x43, 12, 34, 56, 78],  // {C 12 34 56 78
        ]
        #expect(try encode([.barcode("A{-12345678")]) == Array(expected.joined()))
    }

    @Test("a picture higher than 255 rows is sent in slices")
    func picture() throws {
        let raster = Raster(width: 9, height: 256)
        let expected: [[UInt8]] = [
            Self.start,
            [0x1B, 0x61, 2],  // ESC a: at the right edge
            [0x1D, 0x76, 0x30, 0, 2, 0, 255, 0],  // GS v 0: two bytes by 255 rows
            [UInt8](repeating: 0, count: 510),
            [0x1D, 0x76, 0x30, 0, 2, 0, 1, 0],  // GS v 0: the last row
            [0, 0],
        ]
        #expect(try encode([.picture(raster, alignment: .right)]) == Array(expected.joined()))
    }
}
