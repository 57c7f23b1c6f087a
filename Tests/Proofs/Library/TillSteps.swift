import Seeds
import ShopFixtures
import Spooler
import Till

/// What a shop's day brings to the till: typed lines, by chance.
struct TillSteps {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The next event; about every fourth has to do with paying.
    mutating func next() -> TillEvent { .line(line()) }

    /// The next line that a person types or a scanner brings.
    mutating func line() -> String {
        switch Int.random(in: 0..<30, using: &random) {
        case 0..<12: scan()
        case 12: "qty \(Int.random(in: 1...5, using: &random))"
        case 13: "price \(Int.random(in: 86...100, using: &random)).50"
        case 14: "del"
        case 15: "phone 98765432\(Int.random(in: 10...14, using: &random))"
        case 16: "hold"
        case 17: "resume \(Int.random(in: 1...2, using: &random))"
        case 18: "void"
        case 19: "upi"
        case 20: "ok"
        case 21: "back"
        case 22: "pay cash \(Int.random(in: 1...40, using: &random)) upi"
        case 23: "return BILL-260100000\(Int.random(in: 1...3, using: &random)) 1 1"
        case 24: "refund cash"
        case 25: "credit"
        case 26: "correct BILL-260100000\(Int.random(in: 1...3, using: &random)) cash card"
        default: "cash 99999"
        }
    }

    private mutating func scan() -> String {
        let code = Int.random(in: 0..<3, using: &random)
        let isWeighed = code == 2
        let count = Int.random(in: 1...4, using: &random)
        return (isWeighed ? "0.\(count)25*" : count == 1 ? "" : "\(count)*") + ProofShop.codes[code]
    }
}
