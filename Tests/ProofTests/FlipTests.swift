import Seeds
import Testing

/// Bits that turn over on the disk, one at a time.
@Suite("flipped bits")
struct FlipTests {
    @Test("every flipped bit that changes a closed bill is found by the check of the chain")
    func everyFlipIsFound() throws {
        let wanted = Campaign.count(short: 200, long: 10_000)
        let books = try FlippedBooks(steps: 60)
        let seed = Campaign.firstSeed
        var random = SeededGenerator(seed: seed)
        var found = 0
        var harmless = 0
        while found < wanted {
            switch try books.flip(with: &random) {
            case .harmless: harmless += 1
            case .found: found += 1
            case .missed(let what):
                Issue.record("seed \(seed), flip \(found + harmless + 1): \(what) was not found")
                return
            }
        }
        print("flipped bits: \(found) changed a closed bill and were found, \(harmless) did not")
    }
}
