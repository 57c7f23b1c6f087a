import Proofs
import Seeds
import Testing

/// Bits that turn over on the disk, one at a time.
@Suite("flipped bits")
struct FlipTests {
    @Test("every flipped bit that changes a closed bill is found by the check of the chain")
    func everyFlipIsFound() throws {
        let books = try FlippedBooks(steps: 60)
        var random = SeededGenerator(seed: 1)
        var found = 0
        while found < 40 {
            switch try books.flip(with: &random) {
            case .harmless: continue
            case .found: found += 1
            case .missed(let what):
                Issue.record("flip \(found + 1): \(what) was not found")
                return
            }
        }
    }
}
