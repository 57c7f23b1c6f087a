import Seeds
import ShopFixtures
import Spooler
import Till

/// What a shop's day brings to the till: typed lines and news of the printer, by chance.
struct TillSteps {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The next event; about every fifth pays.
    mutating func next() -> TillEvent {
        .line(line())
    }

    /// The next line that a person types or a scanner brings.
    mutating func line() -> String {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9: scan()
        case 9: "qty \(Int.random(in: 1...5, using: &random))"
        case 10: "price \(Int.random(in: 86...100, using: &random)).50"
        case 11: "del"
        case 12: "phone 98765432\(Int.random(in: 10...14, using: &random))"
        case 13: "hold"
        case 14: "resume \(Int.random(in: 1...2, using: &random))"
        case 15: "void"
        default: "cash 99999"
        }
    }

    private mutating func scan() -> String {
        let code = Int.random(in: 0..<ProofShop.codes.count, using: &random)
        let isWeighed = code == ProofShop.codes.count - 1
        let count = Int.random(in: 1...4, using: &random)
        return (isWeighed ? "0.\(count)25*" : count == 1 ? "" : "\(count)*") + ProofShop.codes[code]
    }
}
