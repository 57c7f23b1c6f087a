import ESCPOS
import PaperReader
import Receipts
import Testing

@Suite struct RealTimeCommandTests {
    /// A picture whose bytes are those given, one row of eight dots each.
    private func picture(_ bytes: [UInt8]) -> Raster {
        var raster = Raster(width: 8, height: bytes.count)
        for (y, byte) in bytes.enumerated() {
            for x in 0..<8 where byte << UInt8(x) & 0x80 != 0 { raster[x, y] = true }
        }
        return raster
    }

    @Test("a picture never carries a command that opens the drawer", arguments: [0x04, 0x05, 0x14])
    func picture(command: UInt8) throws {
        let raster = picture([0x00, 0x10, command, 0x10, 0x10, command, 0x10])
        let profile = PrinterProfile.paper80
        let document = ReceiptDocument([.picture(raster, alignment: .left)])
        let receipt = profile.layout(rasters: [:]).receipt(of: document)
        let bytes = try ReceiptEncoder(profile).encode(receipt)
        // One dot more beside the single one; all else stays.
        #expect(bytes.suffix(7) == [0x00, 0x18, command, 0x10, 0x18, command, 0x10])
        #expect(throws: Never.self) {
            try PaperReader.read(bytes, profile: profile, known: KnownImages([:]))
        }
    }

    @Test("dots in a line and characters of our own never carry one", arguments: [false, true])
    func inLine(isUserDefined: Bool) throws {
        // The first column of the sign reads 10 04 05, the second 10 14 10.
        var sign = Raster(width: 12, height: 24)
        for y in [3, 13, 21, 23] { sign[0, y] = true }
        for y in [3, 11, 13, 19] { sign[1, y] = true }
        let run = TextRun("₹", isBold: false, form: .cell)
        let profile = PrinterProfile(
            name: "x", paper: PrinterProfile.paper80.paper,
            missingSigns: isUserDefined ? .userDefined : .bitImage)
        let document = ReceiptDocument([.text("₹", style: .plain, alignment: .left)])
        let receipt = profile.layout(rasters: [run: sign]).receipt(of: document)
        let bytes = try ReceiptEncoder(profile).encode(receipt)
        let paper = try PaperReader.read(bytes, profile: profile, known: KnownImages(of: receipt))
        #expect(paper.rows == ["₹"])
    }

    @Test("a symbol whose text would open the drawer is sent as dots", arguments: [false, true])
    func symbol(isPDF417: Bool) throws {
        var profile = PrinterProfile.paper80
        profile.qrBytes = 1_000
        profile.drawsPDF417 = true
        let text = "a\u{10}\u{14}\u{01}b"
        let document = ReceiptDocument([isPDF417 ? .pdf417(text) : .qr(text)])
        let receipt = profile.layout(rasters: [:]).receipt(of: document)
        let bytes = try ReceiptEncoder(profile).encode(receipt)
        let paper = try PaperReader.read(bytes, profile: profile, known: KnownImages(of: receipt))
        guard case .picture(_, alignment: .centre, text: _?) = paper.events[1] else {
            Issue.record("\(paper.events)")
            return
        }
    }

    @Test(
        "a count that reads as a command is told in other rows",
        arguments: [(width: 824, height: 10), (width: 8, height: 1_030), (width: 80, height: 103)])
    func counts(width: Int, height: Int) throws {
        // 10 and 1,030 bytes are 0410h: 10 04 on the wire.
        var profile = PrinterProfile(name: "wide", paper: Paper(columns: 70, widthDots: 840))
        profile.pictures = .graphics
        profile.sliceRows = 1_200
        profile.keepsPictures = true
        var raster = Raster(width: width, height: height)
        raster[3, height - 1] = true
        let document = ReceiptDocument([.picture(raster, alignment: .left)])
        let receipt = profile.layout(rasters: [:]).receipt(of: document)
        let bytes = try ReceiptEncoder(profile).encode(receipt)
        let paper = try PaperReader.read(bytes, profile: profile, known: KnownImages(of: receipt))
        #expect(paper.rows == ["[picture \(width)×\(height)]"])
    }

    @Test("a drawer impulse cannot be mistaken for one either")
    func drawer() {
        #expect(DrawerPulse(onTime: 0x10, offTime: 0x14).onTime == 0x11)
    }
}
