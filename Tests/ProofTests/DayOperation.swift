import Billing
import Ledger
import Seeds
import ShopFixtures

/// Something that happens in a shop in the course of a day.
///
/// To prove a new word of the till over random days, add a row to `all`: how often it happens, and
/// the lines that are typed for it. A line that the till refuses changes nothing, which is proved
/// like everything else.
struct DayOperation: Sendable {
    /// How often it happens beside the others.
    let weight: Int
    /// What it does: the lines that are typed.
    let lines: @Sendable (inout SeededGenerator) -> [String]

    static let all: [DayOperation] = [
        DayOperation(weight: 12) { [code(&$0)] },
        DayOperation(weight: 4) { ["\(Int.random(in: 2...9, using: &$0))*\(ProofShop.codes[0])"] },
        DayOperation(weight: 4) { random in
            ["\(Int.random(in: 0...2, using: &random)).\(digits(&random))*\(ProofShop.codes[2])"]
        },
        DayOperation(weight: 2) { ["qty \(Int.random(in: 1...12, using: &$0))"] },
        DayOperation(weight: 1) { ["qty \(Int.random(in: 1...3, using: &$0)) 2"] },
        DayOperation(weight: 2) { ["price \(Int.random(in: 70...130, using: &$0)).\(cents(&$0))"] },
        DayOperation(weight: 1) { ["del \(Int.random(in: 1...3, using: &$0))"] },
        DayOperation(weight: 2) { ["phone 98765432\(Int.random(in: 10...19, using: &$0))"] },
        DayOperation(weight: 1) { _ in ["phone"] },
        DayOperation(weight: 1) { ["name Customer \(Int.random(in: 1...5, using: &$0))"] },
        DayOperation(weight: 1) { _ in ["void"] },
        DayOperation(weight: 1) { _ in ["hold"] },
        DayOperation(weight: 1) { ["resume \(Int.random(in: 1...3, using: &$0))"] },
        DayOperation(weight: 1) { ["cash \(Int.random(in: 1...400, using: &$0))"] },
        DayOperation(weight: 6) { _ in ["cash 99999"] },
        DayOperation(weight: 2) { ["discount \(Int.random(in: 1...9, using: &$0)).\(cents(&$0))"] },
        DayOperation(weight: 2) { ["discount \(Int.random(in: 1...20, using: &$0))%"] },
        DayOperation(weight: 2) {
            ["discount bill \(Int.random(in: 1...50, using: &$0)).\(cents(&$0))"]
        },
        DayOperation(weight: 1) { ["discount bill \(Int.random(in: 1...12, using: &$0)).5%"] },
        DayOperation(weight: 1) {
            ["item Loose \(Int.random(in: 1...80, using: &$0)).\(cents(&$0))"]
        },
        DayOperation(weight: 1) { ["item Fan \(Int.random(in: 9...99, using: &$0)) gst 18"] },
        DayOperation(weight: 2) { _ in ["upi", "ok 412345678901"] },
        DayOperation(weight: 1) { _ in ["upi", "back"] },
        DayOperation(weight: 1) { ["card \(Int.random(in: 1_000...9_999, using: &$0))"] },
        DayOperation(weight: 1) { _ in ["phone 9876543210", "credit"] },
        DayOperation(weight: 2) { ["pay cash \(Int.random(in: 1...60, using: &$0)) upi", "ok"] },
        DayOperation(weight: 1) { ["pay card \(Int.random(in: 1...60, using: &$0)) cash"] },
        DayOperation(weight: 1) {
            ["correct BILL-260100000\(Int.random(in: 1...9, using: &$0)) cash upi"]
        },
        DayOperation(weight: 1) { ["repay \(Int.random(in: 1...90, using: &$0))"] },
    ]

    private static let weights = all.reduce(0) { $0 + $1.weight }

    /// One by chance, by weight.
    static func random(_ random: inout SeededGenerator) -> DayOperation {
        var left = Int.random(in: 0..<weights, using: &random)
        for operation in all {
            if left < operation.weight { return operation }
            left -= operation.weight
        }
        return all[0]
    }

    static func code(_ random: inout SeededGenerator) -> String {
        ProofShop.codes[Int.random(in: 0..<2, using: &random)]
    }

    /// Three decimals of a weight.
    private static func digits(_ random: inout SeededGenerator) -> String {
        String(String(1_000 + Int.random(in: 1...999, using: &random)).dropFirst())
    }

    private static func cents(_ random: inout SeededGenerator) -> String {
        String(String(100 + Int.random(in: 0...99, using: &random)).dropFirst())
    }
}
