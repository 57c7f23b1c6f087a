import ESCPOS
import PaperReader
import Receipts
import Testing
import Typesetter

/// The reader has to refuse what a printer would spoil, or the tests that use it prove nothing.
@Suite struct PaperReaderTests {
    private static let start: [UInt8] = [0x1B, 0x40, 0x1C, 0x2E]

    private func read(_ bytes: [UInt8]) throws(PaperError) -> PrintedPaper {
        try PaperReader.read(bytes, profile: .paper58, known: KnownImages([:]))
    }

    @Test(
        "the reader refuses what a printer would spoil",
        arguments: [
            ([0x1B, 0x4D, 0], "ESC 77 is not in use"),
            ([0x41], "the last line has no LF"),
            ([UInt8](repeating: 0x41, count: 33) + [0x0A], "beyond the right edge"),
            ([0x41, 0x1D, 0x76, 0x30, 0, 1, 0, 1, 0, 0], "start of a line"),
            ([0x1D, 0x76, 0x30, 0, 1, 0, 0, 1] + [UInt8](repeating: 0, count: 256), "256 rows"),
            ([0x1D, 0x76, 0x30, 0, 1, 0, 2, 0, 0], "end inside a command"),
            ([0x1B, 0x2A, 33, 2, 0, 1, 2, 3], "end inside a command"),
            ([0x1B, 0x70, 0, 0x10, 0x14], "obeys this at once"),
            ([0x41, 0x1B, 0x24, 0, 0, 0x0A], "a move from 12 to 0"),
            ([0x1B, 0x74, 16], "no code page 16"),
            ([0x1D, 0x6B, 73, 2, 0x41, 0x42], "no CODE128"),
            ([0x1D, 0x6B, 73, 3, 0x7B, 0x43, 100], "no CODE128"),
            ([0x09], "no command starts with 9"),
        ] as [([UInt8], String)])
    func refuses(bytes: [UInt8], reason: String) {
        let error = #expect(throws: PaperError.self) { try read(Self.start + bytes) }
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test("the reader refuses bytes that do not put the printer into a known state")
    func refusesStart() {
        #expect(throws: PaperError.self) { try read([0x41, 0x0A]) }
    }

    @Test("every cut-off receipt is refused or is a shorter receipt")
    func prefixes() throws {
        let document = ReceiptDocument(
            bill: ReceiptFixtures.specification(), shop: ReceiptFixtures.shop, mark: .original)
        let receipt = try ReceiptFixtures.laidOut(document, for: .paper58, with: Typesetter())
        let bytes = try ReceiptEncoder(.paper58).encode(receipt)
        let known = KnownImages(of: receipt)
        let whole = try PaperReader.read(bytes, profile: .paper58, known: known)
        for count in 0..<bytes.count {
            do {
                let part = try PaperReader.read(
                    Array(bytes.prefix(count)), profile: .paper58, known: known)
                #expect(part.events.count < whole.events.count)
            } catch {
                #expect(error.offset <= count)
            }
        }
    }

    @Test("text laid out for a printer with more characters is refused, not replaced")
    func notCovered() throws {
        let rich = Layout(
            paper: PrinterProfile.paper58.paper, repertoire: Repertoire(resident: ["₹"]),
            rasters: [:])
        let receipt = rich.receipt(
            of: ReceiptDocument([.text("₹", style: .plain, alignment: .left)]))
        #expect(throws: EncodingError.notCovered("₹")) {
            try ReceiptEncoder(.paper58).encode(receipt)
        }
    }
}
