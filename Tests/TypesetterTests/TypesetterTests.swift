import Foundation
import Receipts
import Testing
import Typesetter

/// These need the packages fonts-dejavu-core, fonts-lohit-deva and fonts-lohit-taml.
@Suite struct TypesetterTests {
    private func width(_ text: String, _ typesetter: Typesetter) throws -> Int {
        let run = TextRun(text, isBold: false, form: .line)
        return try #require(try typesetter.raster(of: run)).width
    }

    @Test("fonts are looked for at the first text, not before")
    func lazy() throws {
        let typesetter = Typesetter()
        #expect(!typesetter.hasLoadedFonts)
        _ = try typesetter.raster(of: TextRun("₹", isBold: false, form: .cell))
        #expect(typesetter.hasLoadedFonts)
    }

    @Test("the rupee sign fills its cell like a capital letter", arguments: [false, true])
    func rupee(isBold: Bool) throws {
        let typesetter = Typesetter()
        let sign = try #require(
            try typesetter.raster(of: TextRun("₹", isBold: isBold, form: .cell)))
        #expect(sign.width == 12 && sign.height == 24)
        let rows = (0..<24).filter { y in (0..<12).contains { sign[$0, y] } }
        let columns = (0..<12).filter { x in (0..<24).contains { sign[x, $0] } }
        #expect(try #require(rows.last) - #require(rows.first) >= 14)
        #expect(rows.allSatisfy { (1...20).contains($0) })
        #expect(columns.count >= 8)
        // Neither a box nor a smear: the ink of its strokes alone.
        let ink = sign.bytes.reduce(0) { $0 + $1.nonzeroBitCount }
        #expect((40...140).contains(ink))
    }

    @Test("accents on capitals and marks below letters are whole", arguments: [false, true])
    func accents(isBold: Bool) throws {
        let typesetter = Typesetter()
        func rows(_ text: String) throws -> [Bool] {
            let run = TextRun(text, isBold: isBold, form: .cell)
            let raster = try #require(try typesetter.raster(of: run))
            return (0..<24).map { y in (0..<12).contains { raster[$0, y] } }
        }
        // White between the letter and what stands above or below it.
        for text in ["Ā", "Ż", "Ǎ", "Ö", "Ạ", "ḍ"] {
            let inked = try rows(text).enumerated().filter(\.element).map(\.offset)
            let isApart = zip(inked, inked.dropFirst()).contains { $1 - $0 > 1 }
            #expect(isApart, "\(text) has lost its mark: \(inked)")
        }
    }

    @Test("bold has more ink than plain")
    func bold() throws {
        let typesetter = Typesetter()
        func ink(_ isBold: Bool) throws -> Int {
            let raster = try typesetter.raster(of: TextRun("₹", isBold: isBold, form: .cell))
            return try #require(raster).bytes.reduce(0) { $0 + $1.nonzeroBitCount }
        }
        #expect(try ink(true) > ink(false))
    }

    @Test(
        "letters that join are drawn joined, not side by side",
        arguments: [("क्ष", ["क", "ष"]), ("श्री", ["श", "री"]), ("سلام", ["س", "ل", "ا", "م"])])
    func shaping(word: String, letters: [String]) throws {
        let typesetter = Typesetter()
        let apart = try letters.reduce(0) { try $0 + width($1, typesetter) }
        #expect(try width(word, typesetter) < apart)
    }

    @Test("a Tamil vowel sign that stands before its letter is drawn before it")
    func reordering() throws {
        let typesetter = Typesetter()
        let whole = try #require(
            try typesetter.raster(of: TextRun("கெ", isBold: false, form: .line)))
        let letter = try #require(
            try typesetter.raster(of: TextRun("க", isBold: false, form: .line)))
        let tail = whole.cropped(
            x: whole.width - letter.width, y: 0, width: letter.width, height: 24)
        let differing = zip(tail.bytes, letter.bytes).reduce(0) {
            $0 + ($1.0 ^ $1.1).nonzeroBitCount
        }
        let ink = letter.bytes.reduce(0) { $0 + $1.nonzeroBitCount }
        #expect(differing * 4 < ink, "the letter is not at the end of the cluster")
    }

    @Test("words fit their line and touch nothing beside them", arguments: [24, 48])
    func height(heightDots: Int) throws {
        let typesetter = Typesetter()
        for word in ["श्रीमती", "तेंदुआ", "தேங்காய்", "எண்ணெய்", "أخضر", "Ågy"] {
            let run = TextRun(
                word, isBold: false, form: heightDots == 24 ? .line : .doubleLine)
            let raster = try #require(try typesetter.raster(of: run))
            #expect(raster.height == heightDots)
            #expect(!raster.isBlank)
        }
    }

    @Test("a character that no font has is reported, not drawn as a box")
    func unknown() throws {
        let typesetter = Typesetter()
        // The second one is in no alphabet at all: a private-use code point.
        let runs = [
            TextRun("₹", isBold: false, form: .cell),
            TextRun("\u{F8FE}\u{10FF0E}", isBold: false, form: .line),
        ]
        let drawing = try typesetter.draw(runs)
        #expect(drawing.unknown == [runs[1]])
        #expect(Set(drawing.rasters.keys) == [runs[0]])
        #expect(try typesetter.draw(runs).unknown == [runs[1]])
    }

    @Test("the same text is the same dots in every process and every time")
    func stable() throws {
        let run = TextRun("नमक", isBold: false, form: .line)
        #expect(try Typesetter().raster(of: run) == Typesetter().raster(of: run))
    }

    @Test("a text is the same dots whatever was drawn before it")
    func independent() throws {
        let run = TextRun("नमक", isBold: false, form: .line)
        let busy = Typesetter()
        _ = try busy.raster(of: TextRun("₹", isBold: true, form: .cell))
        _ = try busy.raster(of: TextRun("मार्ट", isBold: true, form: .doubleLine))
        _ = try busy.raster(of: TextRun("म", isBold: false, form: .cell))
        #expect(try busy.raster(of: run) == Typesetter().raster(of: run))
    }

    @Test("a picture is written as PNG, and a folder that is not there is named")
    func png() throws {
        var raster = Raster(width: 3, height: 2)
        raster[1, 1] = true
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch {
                Issue.record("\(error)")
            }
        }
        let path = folder.appendingPathComponent("a.png").path
        try raster.writePNG(to: path)
        let data = try #require(FileManager.default.contents(atPath: path))
        #expect(data.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
        let error = #expect(throws: TypesetterError.self) {
            try raster.writePNG(to: folder.path + "/missing/a.png")
        }
        #expect(String(describing: error).contains("missing/a.png"))
    }
}
