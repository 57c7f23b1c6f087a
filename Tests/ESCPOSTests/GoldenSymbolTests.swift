import ESCPOS
import Receipts
import Symbols
import Testing

/// Symbols, pictures and signals byte by byte, beside Epson's command reference.
@Suite struct GoldenSymbolTests {
    private func encode(
        _ blocks: [ReceiptBlock], change: (inout PrinterProfile) -> Void = { _ in }
    ) throws -> [UInt8] {
        var profile = PrinterProfile(
            name: "golden", paper: Paper(columns: 32, widthDots: 384, barcodeModuleDots: 2))
        change(&profile)
        let receipt = profile.layout(rasters: [:]).receipt(of: ReceiptDocument(blocks))
        return try ReceiptEncoder(profile).encode(receipt)
    }

    private static let start: [UInt8] = [
        0x1B, 0x40,  // ESC @
        0x1C, 0x2E,  // FS .
        0x1B, 0x74, 19,  // ESC t 19: PC858
        0x1B, 0x32,  // ESC 2
    ]

    @Test("a QR symbol that the printer draws")
    func qr() throws {
        let expected: [[UInt8]] = [
            Self.start,
            [0x0A],  // the white above
            [0x1B, 0x61, 1],  // ESC a: centred
            [0x1D, 0x28, 0x6B, 4, 0, 49, 65, 50, 0],  // GS ( k 65: model 2
            [0x1D, 0x28, 0x6B, 3, 0, 49, 67, 7],  // 67: seven dots a module
            [0x1D, 0x28, 0x6B, 3, 0, 49, 69, 49],  // 69: level M
            [0x1D, 0x28, 0x6B, 5, 0, 49, 80, 48, 0x48, 0x69],  // 80: stores "Hi"
            [0x1D, 0x28, 0x6B, 3, 0, 49, 81, 48],  // 81: prints it
            [0x1B, 0x61, 0, 0x0A],  // ESC a: left; the white below
        ]
        #expect(try encode([.qr("Hi")]) { $0.qrBytes = 100 } == Array(expected.joined()))
    }

    @Test("a QR symbol that the printer does not draw is a picture of the same size")
    func drawnQR() throws {
        // Version 1 has 21 modules of seven dots: 147 dots, 19 bytes a row.
        let bytes = try encode([.qr("Hi")])
        let head = Self.start + [0x0A, 0x1B, 0x61, 1, 0x1D, 0x76, 0x30, 0, 19, 0, 147, 0]
        #expect(bytes.starts(with: head))
        #expect(bytes.count == head.count + 19 * 147 + 4)
        // The finder's first row: seven dark modules are 49 dots, then a light one.
        #expect(bytes[head.count..<(head.count + 7)] == [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80])
    }

    @Test("a PDF417 symbol that the printer draws")
    func pdf417() throws {
        let expected: [[UInt8]] = [
            Self.start, [0x0A, 0x1B, 0x61, 1],
            [0x1D, 0x28, 0x6B, 3, 0, 48, 65, 4],  // GS ( k 65: four columns
            [0x1D, 0x28, 0x6B, 3, 0, 48, 66, 0],  // 66: as many rows as needed
            [0x1D, 0x28, 0x6B, 3, 0, 48, 67, 2],  // 67: two dots a module
            [0x1D, 0x28, 0x6B, 3, 0, 48, 68, 3],  // 68: rows of three modules
            [0x1D, 0x28, 0x6B, 4, 0, 48, 69, 48, 50],  // 69: level 2
            [0x1D, 0x28, 0x6B, 3, 0, 48, 70, 0],  // 70: the standard kind
            [0x1D, 0x28, 0x6B, 5, 0, 48, 80, 48, 0x48, 0x69],  // 80: stores "Hi"
            [0x1D, 0x28, 0x6B, 3, 0, 48, 81, 48],  // 81: prints it
            [0x1B, 0x61, 0, 0x0A],
        ]
        #expect(try encode([.pdf417("Hi")]) { $0.drawsPDF417 = true } == Array(expected.joined()))
    }

    @Test("EAN-13 as digits with its check digit, and as dots where the printer lacks it")
    func ean() throws {
        let settings: [UInt8] = [
            0x1B, 0x61, 1,  // ESC a: centred
            0x1D, 0x48, 2, 0x1D, 0x66, 0, 0x1D, 0x68, 80, 0x1D, 0x77, 2,  // GS H, f, h, w
        ]
        let native = Self.start + settings + [0x1D, 0x6B, 67, 13] + Array("8901234567890".utf8)
        #expect(try encode([.barcode("890123456789", as: .ean13)]) == native)
        let drawn = try encode([.barcode("890123456789", as: .ean13)]) { $0.symbologies = [] }
        // 95 modules of two dots are 190 dots, 24 bytes; 80 rows; then the digits in the middle.
        let head = Self.start + [0x1B, 0x61, 1, 0x1D, 0x76, 0x30, 0, 24, 0, 80, 0]
        let tail: [UInt8] =
            [0x1B, 0x61, 0, 0x1B, 0x24, 108, 0] + Array("8901234567890".utf8) + [0x0A]
        #expect(drawn.starts(with: head))
        #expect(drawn.suffix(tail.count) == tail[...])
        #expect(drawn.count == head.count + 24 * 80 + tail.count)
    }

    @Test("a picture by GS 8 L tells its size in dots, and is printed when it is stored")
    func graphics() throws {
        var raster = Raster(width: 300, height: 2)
        raster[0, 0] = true
        let expected: [[UInt8]] = [
            Self.start,
            [0x1D, 0x38, 0x4C, 86, 0, 0, 0],  // GS 8 L: 10 and 2 × 38 bytes follow
            [48, 112, 48, 1, 1, 49],  // fn 112: monochrome, one by one, colour 1
            [48, 1, 2, 0],  // 304 dots wide (38 whole bytes), two rows
            [0x80] + [UInt8](repeating: 0, count: 75),
            [0x1D, 0x28, 0x4C, 2, 0, 48, 50],  // GS ( L fn 50: prints it
        ]
        let bytes = try encode([.picture(raster, alignment: .left)]) { $0.pictures = .graphics }
        #expect(bytes == Array(expected.joined()))
    }

    @Test("a picture by ESC * stands in bands without white between them")
    func bands() throws {
        var raster = Raster(width: 2, height: 25)
        raster[1, 0] = true
        raster[0, 24] = true
        let expected: [[UInt8]] = [
            Self.start,
            [0x1B, 0x33, 24],  // ESC 3: lines 24 dots apart
            [0x1B, 0x2A, 33, 2, 0, 0, 0, 0, 0x80, 0, 0, 0x0A],  // ESC *: two columns of 24 dots
            [0x1B, 0x2A, 33, 2, 0, 0x80, 0, 0, 0, 0, 0, 0x0A],  // the 25th row
            [0x1B, 0x32],  // ESC 2: the usual distance
        ]
        let bytes = try encode([.picture(raster, alignment: .left)]) { $0.pictures = .bands }
        #expect(bytes == Array(expected.joined()))
    }

    @Test("needles: three rows a needle, a byte a column, sixteen half steps a band")
    func needles() throws {
        var raster = Raster(width: 2, height: 24)
        raster[0, 2] = true
        raster[1, 23] = true
        let expected: [[UInt8]] = [
            Self.start, [0x1B, 0x33, 16], [0x1B, 0x2A, 1, 2, 0, 0x80, 0x01, 0x0A], [0x1B, 0x32],
        ]
        let bytes = try encode([.picture(raster, alignment: .left)]) { $0.pictures = .needles }
        #expect(bytes == Array(expected.joined()))
    }

    @Test("text changes its page once for a run, and stays on the page it is on")
    func codePages() throws {
        let expected: [[UInt8]] = [
            Self.start,
            [0x9E, 0x20],  // "× " of PC858
            [0x1B, 0x74, 17],  // ESC t 17: PC866
            [0x8F, 0xE0, 0xA8, 0x20, 0xAC, 0x0A],  // "При м" LF
            [0xE0, 0x0A],  // "р" LF: the page is in force still
        ]
        let blocks: [ReceiptBlock] = [
            .text("× При м", style: .plain, alignment: .left),
            .text("р", style: .plain, alignment: .left),
        ]
        let bytes = try encode(blocks) {
            $0.codePages += [CodePage(named: "PC866", number: 17)].compactMap(\.self)
        }
        #expect(bytes == Array(expected.joined()))
    }

    @Test("the second drawer, and beepers of three makers; nothing where there is none")
    func signals() throws {
        let blocks: [ReceiptBlock] = [.drawerPulseOn(.five), .beep(times: 3)]
        let drawer: [UInt8] = [0x1B, 0x70, 1, 50, 250]  // ESC p: pin 5, 100 ms, 500 ms
        #expect(try encode(blocks) == Self.start + drawer)
        #expect(
            try encode(blocks) { $0.beeper = .escapeB } == Self.start + drawer
                + [0x1B, 0x42, 3, 3])  // ESC B: three tones of 150 ms
        #expect(
            try encode(blocks) { $0.beeper = .escapeA } == Self.start + drawer
                + [0x1B, 0x28, 0x41, 5, 0, 97, 100, 3, 1, 1])  // ESC ( A 97: 100 ms and 100 ms
        #expect(try encode(blocks) { $0.beeper = .bell } == Self.start + drawer + [7, 7, 7])
        #expect(try encode(blocks) { $0.drawerPins = [.two] } == Self.start)
        #expect(try encode(blocks) { $0.drawer = nil } == Self.start)
    }

    @Test("a logo is kept by the printer once and printed by its two letters")
    func stored() throws {
        var profile = PrinterProfile(
            name: "golden", paper: Paper(columns: 32, widthDots: 384, barcodeModuleDots: 2))
        profile.keepsPictures = true
        var logo = Raster(width: 9, height: 2)
        logo[8, 1] = true
        let key = try #require(StoredPictures.Key("G1"))
        let job: [UInt8] = [
            0x1D, 0x38, 0x4C, 15, 0, 0, 0,  // GS 8 L: 11 and 4 bytes follow
            48, 67, 48, 0x47, 0x31, 1,  // fn 67: monochrome, "G1", one colour
            16, 0, 2, 0, 49,  // 16 dots wide, two rows, colour 1
            0, 0, 0, 0x80,
        ]
        #expect(ReceiptEncoder(profile).storing(logo, as: key) == job)
        let document = ReceiptDocument([.picture(logo, alignment: .left)])
        let receipt = profile.layout(rasters: [:]).receipt(of: document)
        let encoder = ReceiptEncoder(profile, stored: StoredPictures([logo: key]))
        #expect(
            try encoder.encode(receipt) == Self.start
                + [0x1D, 0x28, 0x4C, 6, 0, 48, 69, 0x47, 0x31, 1, 1])  // GS ( L fn 69
        // A printer without such a memory gets the dots.
        profile.keepsPictures = false
        #expect(ReceiptEncoder(profile).storing(logo, as: key) == nil)
        let plain = ReceiptEncoder(profile, stored: StoredPictures([logo: key]))
        #expect(try plain.encode(receipt).count == Self.start.count + 8 + 4)
    }

    @Test("a drawer is opened without a receipt, on the pins that the printer has")
    func drawerAlone() {
        var profile = PrinterProfile.paper80
        #expect(ReceiptEncoder(profile).openingDrawer() == [0x1B, 0x70, 0, 50, 250])
        #expect(ReceiptEncoder(profile).openingDrawer(.five) == [0x1B, 0x70, 1, 50, 250])
        profile.drawerPins = [.two]
        #expect(ReceiptEncoder(profile).openingDrawer(.five) == nil)
    }
}
