import ESCPOS
import PaperReader
import Receipts
import Settings
import Testing
import Typesetter

/// Random documents through every shipped profile, read back by a printer that is as strict as the
/// profile says: it refuses each command, page, pin and symbol that this model does not have.
@Suite struct EveryProfileTests {
    @Test(
        "every document reads back from its bytes on every model", arguments: ShippedProfiles.words)
    func roundTrip(word: String) throws {
        let profile = try #require(try ShippedProfiles.catalogue().entries[word]).profile
        let typesetter = Typesetter()
        let base = UInt64(word.utf8.reduce(0) { $0 * 31 + Int($1) } % 100_000)
        for seed in base..<(base + 8) {
            var random = RandomDocument(seed: seed)
            let document = random.next()
            let receipt = try ReceiptFixtures.laidOut(document, for: profile, with: typesetter)
            let bytes = try ReceiptEncoder(profile).encode(receipt)
            let paper = try PaperReader.read(
                bytes, profile: profile, known: KnownImages(of: receipt))
            let comment: Comment = "\(word), seed \(seed)"
            let wanted = ExpectedPaper.rows(of: receipt, on: profile)
            #expect(Self.words(paper.rows) == Self.words(wanted), comment)
            #expect(paper.unknownImages == 0, comment)
            #expect(!paper.rows.joined().contains("?"), comment)
        }
    }

    @Test("the words above are those of the files")
    func complete() throws {
        #expect(try ShippedProfiles.catalogue().entries.keys.sorted() == ShippedProfiles.words)
    }

    /// Spaces are not compared: scripts differ in width from dots.
    private static func words(_ rows: [String]) -> [String] {
        rows.flatMap { $0.unicodeScalars.split(separator: " ").map { String($0) } }
    }
}
