import Testing

@testable import Scanning

@Suite("Reports of HID-POS scanners")
struct HIDPOSTests {
    /// The layout that the makers' manuals show: id 2, length, three bytes of AIM identifier, 56 of
    /// data, two of the maker's own, and the flag that the code goes on.
    static let usual: [UInt8] = [
        0x05, 0x8C,  // Usage Page: bar code scanner
        0x09, 0x02,  // Usage: bar code scanner
        0xA1, 0x01,  // Collection: application
        0x09, 0x12,  // Usage: scanned data report
        0xA1, 0x02,  // Collection: logical
        0x85, 0x02,  // Report id 2
        0x15, 0x00, 0x26, 0xFF, 0x00,  // Logical minimum 0, maximum 255
        0x75, 0x08, 0x95, 0x01,  // Report size 8, count 1
        0x05, 0x01, 0x09, 0x3B, 0x81, 0x02,  // Generic Desktop, Byte Count: input
        0x95, 0x03, 0x05, 0x8C,  // Count 3, scanner page
        0x09, 0xFB, 0x09, 0xFC, 0x09, 0xFD, 0x81, 0x02,  // Symbology identifiers 1, 2, 3: input
        0x95, 0x38, 0x09, 0xFE, 0x82, 0x02, 0x01,  // 56 × Decoded Data: input, buffered bytes
        0x06, 0x66, 0xFF, 0x95, 0x02, 0x09, 0x04, 0x09, 0x00, 0x81, 0x02,  // two of the maker's
        0x05, 0x8C, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08,  // Scanner page, size 1, count 8
        0x09, 0xFF, 0x81, 0x02,  // Decode Data Continued, in bit 0: input
        0xC0, 0xC0,
    ]

    /// A report of that layout.
    static func report(
        _ text: String, aim: String = "]E0", length: Int? = nil, isContinued: Bool = false
    ) -> [UInt8] {
        let data = Array(text.utf8)
        let padding = [UInt8](repeating: 0, count: 56 - data.count)
        return [2, UInt8(length ?? data.count)] + Array(aim.utf8) + data + padding
            + [0, 0, isContinued ? 1 : 0]
    }

    private func decoder(
        _ descriptor: [UInt8] = usual, _ settings: ScanSettings = .standard
    ) throws -> HIDPOSDecoder {
        HIDPOSDecoder(layout: try HIDPOSLayout(descriptor: descriptor), settings: settings)
    }

    private func text(_ found: [Decoded]) -> [String] {
        found.map { decoded in
            switch decoded {
            case .payload(let bytes): String(decoding: bytes, as: UTF8.self)
            case .discarded(let reason): "\(reason)"
            }
        }
    }

    /// What the reports, a millisecond apart, come to.
    private func decode(
        _ reports: [[UInt8]], _ settings: ScanSettings = .standard
    ) throws -> [String] {
        var decoder = try decoder(Self.usual, settings)
        var found: [Decoded] = []
        for (index, report) in reports.enumerated() {
            decoder.feed(report, at: UInt64(index + 1) * 1_000_000) { found.append($0) }
        }
        return text(found)
    }

    @Test("the manuals' layout is found where they say it is")
    func layout() throws {
        let layout = try HIDPOSLayout(descriptor: Self.usual)
        let report = try #require(layout.reports[2])
        #expect(layout.hasIDs && layout.longestReport == 64 && layout.reports.count == 1)
        // Byte 1 of the report is byte 0 behind the id.
        #expect(report.length?.bit == 0 && report.length?.bits == 8)
        #expect(report.symbology == [8, 16, 24])
        #expect(report.dataBit == 32 && report.dataCount == 56)
        #expect(report.continued == 62 * 8)
    }

    @Test("a code arrives with its AIM identifier")
    func plain() throws {
        #expect(try decode([Self.report("8901234567890")]) == ["]E08901234567890"])
    }

    @Test("a code of several reports is one scan, as in a maker's example of 60 bytes")
    func continued() throws {
        let code = "M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23  sABCD"
        let first = Self.report(String(code.prefix(56)), aim: "]Q0", isContinued: true)
        let rest = Self.report(String(code.dropFirst(56)), aim: "]Q0")
        #expect(try decode([first, rest]) == ["]Q0" + code])
    }

    @Test("GS within the data stays, and so does every other byte")
    func separators() throws {
        #expect(
            try decode([Self.report("0108901234567894\u{1D}10AB", aim: "]C1")])
                == ["]C10108901234567894\u{1D}10AB"])
    }

    @Test(
        "an identifier that is none, or stands in the data too, is not sent twice",
        arguments: [
            ("\0\0\0", "8901234567890", "8901234567890"),
            ("]  ", "8901234567890", "8901234567890"),
            ("]E0", "]E08901234567890", "]E08901234567890"),
        ])
    func identifiers(_ aim: String, _ data: String, _ payload: String) throws {
        #expect(try decode([Self.report(data, aim: aim)]) == [payload])
    }

    @Test("an Enter behind the data is taken off, prefix and suffix too")
    func trimming() throws {
        var settings = ScanSettings()
        settings.prefix = Array("<".utf8)
        settings.suffix = Array(">".utf8)
        #expect(try decode([Self.report("<42>\r\n")], settings) == ["]E042"])
        #expect(try decode([Self.report("\r")], settings) == [])
    }

    @Test("reports of other ids, without data, and empty ones are nothing")
    func others() throws {
        #expect(
            try decode([[4, 1], Self.report(""), [], [2], Self.report("42")])
                == ["malformed", "]E042"])
    }

    @Test("a report that says it has more than it has is said, and no code")
    func tooLittle() throws {
        #expect(try decode([Self.report("42", length: 57)]) == ["malformed"])
        #expect(
            try decode([Array(Self.report("42").prefix(6)), Self.report("43")]) == [
                "malformed", "]E043",
            ])
    }

    @Test("a code is never put together from two")
    func mixed() throws {
        let first = Self.report("1234", aim: "]C0", isContinued: true)
        #expect(
            try decode([first, Self.report("5678", aim: "]E0"), Self.report("42")])
                == ["malformed", "]E042"])
    }

    @Test("a rest that does not come within a second is said, and what comes is a new code")
    func patience() throws {
        var decoder = try decoder()
        var found: [Decoded] = []
        decoder.feed(Self.report("12", isContinued: true), at: 1) { found.append($0) }
        #expect(decoder.deadline == 1_000_000_001)
        decoder.feed(Self.report("34"), at: 1_000_000_002) { found.append($0) }
        #expect(text(found) == ["timedOut", "]E034"])
        decoder.feed(Self.report("12", isContinued: true), at: 2_000_000_000) { _ in }
        #expect(decoder.unplug() == .discarded(.unplugged) && decoder.deadline == nil)
        #expect(decoder.unplug() == nil)
    }

    @Test("a code longer than any is thrown away to its end")
    func tooLong() throws {
        let part = Self.report(String(repeating: "1", count: 56), isContinued: true)
        let parts = Array(repeating: part, count: 74)
        #expect(
            try decode(parts + [Self.report("2"), Self.report("42")]) == ["tooLong", "]E042"])
    }

    @Test("a report without a length ends where its zeros begin; a layout without ids works")
    func without() throws {
        let descriptor: [UInt8] = [
            0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01,  // scanner page, scanner, application
            0x75, 0x08, 0x95, 0x08, 0x09, 0xFE, 0x81, 0x02,  // 8 × Decoded Data
            0xC0,
        ]
        var decoder = try decoder(descriptor)
        var found: [Decoded] = []
        decoder.feed(Array("12345".utf8) + [0, 0, 0], at: 1) { found.append($0) }
        #expect(text(found) == ["12345"])
    }

    @Test("usages as a range, and the page within each usage, mean the same")
    func ranges() throws {
        let descriptor: [UInt8] = [
            0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x75, 0x08, 0x95, 0x0B,
            0x19, 0xFB, 0x2A, 0xFE, 0x00, 0x81, 0x02,  // 11 bytes: FB, FC, FD, then FE to the end
            0xC0,
        ]
        let ranged = try #require(try HIDPOSLayout(descriptor: descriptor).reports[0])
        #expect(ranged.symbology == [0, 8, 16] && ranged.dataBit == 24 && ranged.dataCount == 8)
        let paged: [UInt8] = [
            0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x05, 0x01, 0x75, 0x08, 0x95, 0x08,
            0x0B, 0xFE, 0x00, 0x8C, 0x00, 0x81, 0x02, 0xC0,
        ]
        #expect(try HIDPOSLayout(descriptor: paged).reports[0]?.dataCount == 8)
    }

    @Test(
        "other devices' descriptors are refused for what they are",
        arguments: [
            ([], .notAScanner),
            // A boot keyboard's first items.
            ([0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0xC0], .notAScanner),
            ([0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0xC0], .noData),
            // Decoded data of 7 bits each.
            (
                [0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x75, 7, 0x95, 8, 0x09, 0xFE, 0x81, 2],
                .noData
            ),
            ([0x05], .cutShort(at: 0)),
            ([0x05, 0x8C, 0x26, 0xFF], .cutShort(at: 2)),
            ([0xFE, 0x05, 0x00], .cutShort(at: 0)),
            ([0xC0], .unbalanced),
            ([0xB4], .unbalanced),
            ([0x77, 0, 0, 0, 0x80, 0x97, 0, 0, 0, 0x80, 0x81, 0x02], .tooLong),
        ] as [([UInt8], HIDPOSDescriptorError)])
    func refused(_ descriptor: [UInt8], _ error: HIDPOSDescriptorError) {
        #expect(throws: error) { try HIDPOSLayout(descriptor: descriptor) }
    }

    @Test("a state put aside a thousand times, or collections without end, are refused")
    func depth() {
        #expect(throws: HIDPOSDescriptorError.unbalanced) {
            try HIDPOSLayout(descriptor: [UInt8](repeating: 0xA4, count: 1000))
        }
        #expect(throws: HIDPOSDescriptorError.unbalanced) {
            try HIDPOSLayout(descriptor: [UInt8](repeating: 0xA0, count: 1000))
        }
    }

    @Test("every beginning of the layout is refused or read, never more than it says")
    func prefixes() {
        for length in 0..<Self.usual.count {
            do throws(HIDPOSDescriptorError) {
                let layout = try HIDPOSLayout(descriptor: Array(Self.usual.prefix(length)))
                #expect(layout.longestReport <= 64)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
