import Billing
import ESCPOS
import PaperReader
import Receipts
import Testing
import Typesetter

@Suite struct PaperTests {
    private static let userDefined = PrinterProfile(
        name: "48 columns with user-defined characters", paper: PrinterProfile.paper80.paper,
        missingSigns: .userDefined)
    private static let profiles: [PrinterProfile] = [
        .paper80, .paper80Narrow, .paper58, userDefined,
    ]

    private func print(
        _ document: ReceiptDocument, on profile: PrinterProfile, with typesetter: Typesetter
    ) throws -> (receipt: LaidOutReceipt, bytes: [UInt8], paper: PrintedPaper) {
        let receipt = try ReceiptFixtures.laidOut(document, for: profile, with: typesetter)
        let bytes = try ReceiptEncoder(profile).encode(receipt)
        let paper = try PaperReader.read(
            bytes, profile: profile, known: KnownImages(of: receipt))
        return (receipt, bytes, paper)
    }

    @Test("the specification's receipt says on paper what it says on a screen", arguments: 0..<4)
    func specification(profile index: Int) throws {
        let profile = Self.profiles[index]
        let document = ReceiptDocument(
            bill: ReceiptFixtures.specification(), shop: ReceiptFixtures.fullShop,
            mark: .original)
        let printed = try print(document, on: profile, with: Typesetter())
        #expect(printed.paper.rows == ExpectedPaper.rows(of: printed.receipt, on: profile))
        #expect(printed.paper.rows.joined().contains("₹"))
        #expect(printed.paper.unknownImages == 0)
        #expect(!printed.paper.events.contains(.drawer(.two)))
    }

    @Test("forty lines with a rupee sign in each amount need at most 1,900 bytes")
    func size() throws {
        let document = ReceiptDocument(
            bill: ReceiptFixtures.fortyLines(), shop: ReceiptFixtures.shop, mark: .original)
        let printed = try print(document, on: Self.userDefined, with: Typesetter())
        #expect(printed.bytes.count <= 1900)
        #expect(printed.paper.rows.joined().count { $0 == "₹" } == 84)
    }

    @Test("every document reads back from its bytes", arguments: 0..<4)
    func roundTrip(profile index: Int) throws {
        let profile = Self.profiles[index]
        let typesetter = Typesetter()
        for seed in UInt64(0)..<60 {
            var random = RandomDocument(seed: seed)
            let document = random.next()
            let printed = try print(document, on: profile, with: typesetter)
            let wanted = ExpectedPaper.rows(of: printed.receipt, on: profile)
            let comment: Comment = "seed \(seed)"
            #expect(Self.words(printed.paper.rows) == Self.words(wanted), comment)
            #expect(!printed.paper.rows.joined().contains("?"), comment)
            #expect(printed.paper.unknownImages == 0, comment)
        }
    }

    @Test("the layout keeps every word of a document, in order", arguments: [32, 42, 48])
    func nothingIsLost(columns: Int) {
        for seed in UInt64(0)..<300 {
            var random = RandomDocument(seed: seed)
            let document = random.next()
            let receipt = Layout(terminalColumns: columns).receipt(of: document)
            let shown = Self.words(TextRenderer.rows(of: receipt).joined()).joined()
                .unicodeScalars
            for text in Self.texts(of: document) {
                for word in Self.words(text) where !word.contains("\u{1B}") {
                    guard !word.unicodeScalars.contains("\u{7F}") else { continue }
                    #expect(shown.contains(word.unicodeScalars), "seed \(seed): \(word)")
                }
            }
        }
    }

    @Test("a receipt of many scripts reads back, and its ₹ are all there")
    func manyScripts() throws {
        let document = ReceiptDocument(
            bill: ReceiptFixtures.manyScripts(), shop: ReceiptFixtures.shop, mark: .duplicate)
        let printed = try print(document, on: .paper80, with: Typesetter())
        #expect(printed.receipt.unprintable.isEmpty)
        let text = printed.paper.rows.joined(separator: "\n")
        for word in ["टाटा", "किग्रा", "பொன்னி", "எண்ணெய்", "شاي", "मीनाक्षी"] {
            #expect(text.contains(word))
        }
    }

    /// Rows without the cut, whose spaces are not compared: scripts differ in width from dots.
    private static func words(_ rows: [String]) -> [String] {
        rows.filter { !$0.hasPrefix("- -") }.flatMap { words($0) }
    }

    /// Split by scalars: a mark that follows a space makes one character with it.
    private static func words(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: " ").map { String($0) }
    }

    private static func texts(of document: ReceiptDocument) -> [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .text(let text, _, _), .barcode(let text, _), .qr(let text, _), .pdf417(let text):
                [text]
            case .table(let rows): rows.flatMap { [$0.leading] + $0.trailing }
            case .rule, .picture, .feed, .cut, .drawerPulse, .drawerPulseOn, .beep: []
            }
        }
    }
}
