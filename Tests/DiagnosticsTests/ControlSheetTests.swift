import Diagnostics
import Receipts
import Scanning
import Symbols
import Testing
import Typesetter

/// The sheet that is laid beside a till.
struct ControlSheetTests {
    @Test("every code of the sheet reads back as itself, each once")
    func codes() throws {
        let entries = ControlSheet(withStaff: true).entries
        for entry in entries {
            #expect(try ControlCode(payload: Array(entry.code.text.utf8)) == entry.code)
            #expect(!entry.title.isEmpty)
        }
        #expect(Set(entries.map(\.code)).count == entries.count)
    }

    @Test("where shoppers reach it there is no code for staff")
    func shoppers() {
        #expect(!ControlSheet(withStaff: false).entries.contains { $0.code.isForStaff })
        #expect(ControlSheet(withStaff: true).entries.contains { $0.code.isForStaff })
    }

    @Test("the text has a row for each code")
    func rows() {
        let sheet = ControlSheet(withStaff: true)
        for entry in sheet.entries {
            #expect(
                sheet.rows.count {
                    $0.hasPrefix(entry.title + "  ") && $0.hasSuffix(" " + entry.code.text)
                } == 1)
        }
    }

    @Test("the receipt has bars for each code, narrow enough for the smallest paper")
    func document() {
        let sheet = ControlSheet(withStaff: true)
        let barcodes = sheet.document.blocks.compactMap { block in
            if case .barcode(let text, _) = block { text } else { nil }
        }
        #expect(barcodes == sheet.entries.map(\.code.text))
        for text in barcodes {
            // 58 mm paper has 384 dots.
            #expect((Code128(text)?.modulesWithQuietZones ?? .max) <= 384)
        }
    }

    @Test("the picture has the bars of each code, with white at their sides")
    func picture() throws {
        let sheet = ControlSheet(withStaff: true)
        let page = try sheet.picture(with: Typesetter())
        // Bars are the only things whose row stays the same over forty rows.
        var found: [[Int]] = []
        for half in 0..<2 {
            let left = half * page.width / 2
            for y in stride(from: 0, to: page.height - 40, by: 20) {
                let runs = Self.runs(of: page, y: y, from: left, width: page.width / 2)
                guard runs.count > 40,
                    runs == Self.runs(of: page, y: y + 40, from: left, width: page.width / 2)
                else { continue }
                // A quiet zone of ten modules of two dots on either side.
                #expect(runs[0] >= 20 && runs[runs.count - 1] >= 20)
                let bars = Array(runs.dropFirst().dropLast())
                if found.last != bars { found.append(bars) }
            }
        }
        let wanted = sheet.entries.compactMap { entry in
            LinearSymbol(entry.code.text, as: .code128)?.elements.map { Int($0) * 2 }
        }
        #expect(Set(found) == Set(wanted))
        #expect(wanted.count == sheet.entries.count)
    }

    /// The lengths of white and black by turns on one row, white first.
    private static func runs(of page: Raster, y: Int, from left: Int, width: Int) -> [Int] {
        var runs = [0]
        var isBlack = false
        for x in left..<(left + width) {
            if page[x, y] != isBlack {
                isBlack.toggle()
                runs.append(0)
            }
            runs[runs.count - 1] += 1
        }
        return runs
    }
}
