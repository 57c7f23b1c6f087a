import Receipts
import Testing

@Suite struct MissingRunsTests {
    private static let paper = Paper(columns: 48, widthDots: 576)
    private static let repertoire = Repertoire(resident: ["×", "é", "─"])

    private func layout(_ rasters: [TextRun: Raster] = [:]) -> Layout {
        Layout(paper: Self.paper, repertoire: Self.repertoire, rasters: rasters)
    }

    private func plain(_ text: String) -> ReceiptDocument {
        ReceiptDocument([.text(text, style: .plain, alignment: .left)])
    }

    @Test(
        "what a printer lacks is named once, in the form in which it will be printed",
        arguments: [
            ("Tea 2 × 5", []),
            ("₹5 and ₹6", [TextRun("₹", isBold: false, form: .cell)]),
            ("cafe\u{301} café", []),
            ("n\u{303}", [TextRun("n\u{303}", isBold: false, form: .cell)]),
            ("नमक 1 किग्रा", ["नमक", "किग्रा"].map { TextRun($0, isBold: false, form: .line) }),
            ("500ग्राम", [TextRun("ग्राम", isBold: false, form: .line)]),
            ("شاي(2)", [TextRun("شاي(2)", isBold: false, form: .line)]),
            ("茶", [TextRun("茶", isBold: false, form: .line)]),
            ("a\u{200D}b", []),
        ] as [(String, [TextRun])])
    func named(text: String, wanted: [TextRun]) {
        #expect(layout().missingRuns(of: plain(text)) == wanted)
    }

    @Test("bold text asks for bold dots")
    func bold() {
        let document = ReceiptDocument([.table([TableRow("Total:", ["₹5"], isBold: true)])])
        #expect(
            layout().missingRuns(of: document) == [TextRun("₹", isBold: true, form: .cell)])
    }

    @Test("large text that lacks anything becomes dots as a whole")
    func double() {
        let document = ReceiptDocument([
            .text("Shop मार्ट", style: .headline, alignment: .centre)
        ])
        let runs = ["Shop", "मार्ट"].map { TextRun($0, isBold: true, form: .doubleLine) }
        #expect(layout().missingRuns(of: document) == runs)
        let rasters = [
            runs[0]: Raster(width: 90, height: 48), runs[1]: Raster(width: 70, height: 48),
        ]
        let receipt = layout(rasters).receipt(of: document)
        #expect(receipt.unprintable.isEmpty)
        #expect(
            receipt.lines == [
                .picture(Raster(width: 172, height: 48), alignment: .centre, text: "Shop मार्ट")
            ])
    }

    @Test("what no font has is spelled in code points and reported, never a question mark")
    func spelled() {
        let receipt = layout().receipt(of: plain("Salt ཀ ₹5"))
        #expect(TextRenderer.rows(of: receipt) == ["Salt [U+0F40] [U+20B9]5"])
        #expect(
            receipt.unprintable == [
                TextRun("₹", isBold: false, form: .cell), TextRun("ཀ", isBold: false, form: .line),
            ]
                || receipt.unprintable == [
                    TextRun("ཀ", isBold: false, form: .line),
                    TextRun("₹", isBold: false, form: .cell),
                ])
    }

    @Test(
        "no control character reaches paper or screen",
        arguments: ["\u{1B}@", "a\u{07}", "\u{9B}2J", "x\u{7F}", "\u{202E}abc", "l1\nl2"])
    func controls(text: String) {
        for layout in [layout(), Layout(terminalColumns: 40)] {
            let rows = TextRenderer.rows(of: layout.receipt(of: plain(text)))
            #expect(rows.joined().contains("[U+"))
            #expect(rows.joined().unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
        }
    }

    @Test("a word of dots is placed by its width, the text after it a space further")
    func placed() throws {
        let run = TextRun("नमक", isBold: false, form: .line)
        let raster = Raster(width: 50, height: 24)
        let receipt = layout([run: raster]).receipt(of: plain("A नमक B"))
        guard case .text(let pieces) = try #require(receipt.lines.first) else {
            Issue.record("no line of text")
            return
        }
        #expect(pieces.map(\.xDots) == [0, 24, 86])
        #expect(pieces.map(\.widthDots) == [12, 50, 12])
    }

    @Test("right-to-left words are set from right to left, numbers between them included")
    func rightToLeft() throws {
        let words = ["شاي", "أخضر"]
        let rasters = Dictionary(
            uniqueKeysWithValues: words.map {
                (TextRun($0, isBold: false, form: .line), Raster(width: 36, height: 24))
            })
        let receipt = layout(rasters).receipt(of: plain("Tea شاي 5 أخضر kg"))
        guard case .text(let pieces) = try #require(receipt.lines.first) else {
            Issue.record("no line of text")
            return
        }
        #expect(pieces.map(\.text) == ["Tea", "أخضر", "5", "شاي", "kg"])
    }

    @Test("dots wider than the paper are cut into slices that together are the whole")
    func slices() {
        let run = TextRun("ஆ", isBold: false, form: .line)
        var raster = Raster(width: 1000, height: 24)
        for x in 0..<1000 { raster[x, x % 24] = true }
        let receipt = layout([run: raster]).receipt(of: plain("ஆ"))
        let slices = receipt.lines.compactMap { line -> Raster? in
            guard case .text(let pieces) = line, pieces.count == 1,
                case .raster(let slice, _) = pieces[0].content
            else { return nil }
            return slice
        }
        #expect(slices.map(\.width) == [576, 424])
        var joined = Raster(width: 1000, height: 24)
        joined.draw(slices[0], x: 0, y: 0)
        joined.draw(slices[1], x: 576, y: 0)
        #expect(joined == raster)
    }
}
