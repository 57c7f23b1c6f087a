import ESCPOS
import PaperReader
import Receipts
import Settings
import Testing
import Typesetter

@Suite("The test page")
struct TestPageTests {
    @Test("reads back whole from its bytes on every model", arguments: ShippedProfiles.words)
    func everyProfile(word: String) throws {
        let profile = try #require(try ShippedProfiles.catalogue().entries[word]).profile
        let page = TestPage(profile)
        let receipt = try ReceiptFixtures.laidOut(
            page.document, for: profile, with: Typesetter())
        #expect(receipt.unprintable.isEmpty, "\(receipt.unprintable)")
        let paper = try PaperReader.read(
            ReceiptEncoder(profile).encode(receipt), profile: profile,
            known: KnownImages(of: receipt))
        let rows = paper.rows
        let ruler = (1...profile.paper.columns).map { String($0 % 10) }.joined()
        #expect(rows.contains(ruler))
        // Pages that repeat the letters of earlier ones have no line.
        var seen: Set<Unicode.Scalar> = []
        for code in profile.codePages {
            let adds = code.upperHalf.contains { $0 > "\u{A0}" && seen.insert($0).inserted }
            seen.formUnion(code.upperHalf)
            #expect(rows.contains { $0.hasPrefix(code.name + " ") } == adds, "\(code.name)")
        }
        for sign in ["₹1,234.50", "हिन्दी", "தமிழ்", "বাংলা", "GALLA-TEST"] {
            #expect(rows.contains { $0.contains(sign) }, "\(sign)")
        }
        #expect(rows.contains("[drawer opens]") == (profile.drawer != nil))
        let last = try #require(page.expectations.first { $0.contains("last line") })
        #expect(last.contains("cut") == (profile.cutter != .none))
    }

    @Test("the frame is as wide as the head")
    func frame() {
        let frames = TestPage(.paper58).document.blocks.compactMap { block -> Raster? in
            if case .picture(let raster, _) = block { raster } else { nil }
        }
        #expect(frames.map(\.width) == [384])
        #expect(frames.first?[0, 8] == true && frames.first?[383, 8] == true)
        #expect(frames.first?[2, 8] == false)
    }
}
