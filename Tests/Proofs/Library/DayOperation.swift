import Seeds

/// Something that happens in a shop in the course of a day.
///
/// To prove a new word of the till over random days, add a row to `all`: how often it happens, and
/// the lines that are typed for it. A line that the till refuses changes nothing, which is proved
/// like everything else.
struct DayOperation: Sendable {
    /// How often it happens beside the others.
    let weight: Int
    /// What it does: the lines that are typed.
    let lines: @Sendable (inout DayChance) -> [String]

    static let all: [DayOperation] = cart + payment + customers + returns + drawer

    private static let cart: [DayOperation] = [
        DayOperation(weight: 12) { [$0.code()] },
        DayOperation(weight: 4) { ["\($0.number(2...9))*\(ProofShop.codes[0])"] },
        DayOperation(weight: 4) {
            ["\($0.number(0...2)).\($0.decimals(3))*\(ProofShop.codes[2])"]
        },
        // Two MRPs behind one code: the question, and mostly an answer.
        DayOperation(weight: 3) { [ProofShop.codes[3], "\($0.number(1...2))"] },
        DayOperation(weight: 2) { ["\($0.number(1...3))*\(ProofShop.codes[3])"] },
        DayOperation(weight: 2) { ["batch \($0.number(1...3))", "\($0.number(1...3))"] },
        DayOperation(weight: 1) { ["batch", "\($0.number(1...3))", "qty \($0.number(1...6))"] },
        // More than the books have, at times.
        DayOperation(weight: 2) {
            ["\($0.number(5...60))*\(ProofShop.codes[$0.number(0...1)])"]
        },
        DayOperation(weight: 1) { ["\($0.number(2...30)).5*\(ProofShop.codes[2])"] },
        DayOperation(weight: 1) {
            ["add 890200000000\($0.number(0...9)) Quick \($0.number(20...90)) gst 5"]
        },
        DayOperation(weight: 2) { ["qty \($0.number(1...12))"] },
        DayOperation(weight: 1) { ["qty \($0.number(1...3)) 2"] },
        DayOperation(weight: 2) { ["price \($0.number(70...130)).\($0.decimals(2))"] },
        DayOperation(weight: 1) { ["del \($0.number(1...3))"] },
        DayOperation(weight: 2) { ["discount \($0.number(1...9)).\($0.decimals(2))"] },
        DayOperation(weight: 2) { ["discount \($0.number(1...20))%"] },
        DayOperation(weight: 2) { ["discount bill \($0.number(1...50)).\($0.decimals(2))"] },
        DayOperation(weight: 1) { ["discount bill \($0.number(1...12)).5%"] },
        DayOperation(weight: 1) { ["item Loose \($0.number(1...80)).\($0.decimals(2))"] },
        DayOperation(weight: 1) { ["item Fan \($0.number(9...99)) gst 18"] },
        DayOperation(weight: 1) { _ in ["void changed their mind"] },
        DayOperation(weight: 1) { _ in ["hold"] },
        DayOperation(weight: 1) { ["resume \($0.number(1...3))"] },
    ]

    private static let payment: [DayOperation] = [
        DayOperation(weight: 1) { ["cash \($0.number(1...400))"] },
        DayOperation(weight: 6) { _ in ["cash 99999"] },
        DayOperation(weight: 1) { _ in ["cash", "1"] },
        DayOperation(weight: 2) { _ in ["upi", "ok 412345678901"] },
        DayOperation(weight: 1) { _ in ["upi", "back"] },
        DayOperation(weight: 1) { ["card \($0.number(1_000...9_999))"] },
        DayOperation(weight: 2) { ["pay cash \($0.number(1...60)) upi", "ok"] },
        DayOperation(weight: 1) { ["pay card \($0.number(1...60)) cash"] },
        DayOperation(weight: 1) { ["pay cash \($0.number(1...60)) upi", "back", "back"] },
        DayOperation(weight: 2) { ["correct \($0.bill()) cash upi"] },
        DayOperation(weight: 1) { ["correct \($0.bill()) cash credit"] },
        DayOperation(weight: 1) { ["correct \($0.bill()) credit cash"] },
        DayOperation(weight: 1) { ["correct \($0.creditNote()) cash credit"] },
        DayOperation(weight: 1) { ["correct \($0.creditNote()) credit cash"] },
    ]

    private static let customers: [DayOperation] = [
        DayOperation(weight: 3) { ["phone 98765432\($0.number(10...19))"] },
        DayOperation(weight: 1) { _ in ["phone"] },
        DayOperation(weight: 1) { ["name Customer \($0.number(1...5))"] },
        DayOperation(weight: 1) { ["email c\($0.number(1...5))@example.com"] },
        DayOperation(weight: 2) { ["phone 98765432\($0.number(10...13))", "credit"] },
        DayOperation(weight: 1) {
            ["phone 9876543210", "pay credit \($0.number(1...90)) cash"]
        },
        DayOperation(weight: 1) { ["repay \($0.number(1...90))"] },
    ]

    private static let returns: [DayOperation] = [
        DayOperation(weight: 3) {
            ["return \($0.bill()) \($0.number(1...3)) \($0.number(1...4))", "refund"]
        },
        DayOperation(weight: 2) {
            ["return \($0.bill()) \($0.number(1...3)) 0.\($0.decimals(3))", "refund cash"]
        },
        DayOperation(weight: 2) { ["return \($0.bill()) all refund cash"] },
        DayOperation(weight: 1) { ["return \($0.bill()) all", "refund credit"] },
        DayOperation(weight: 1) { ["return \($0.bill()) 1 1", "refund upi"] },
        // An exchange: what comes back pays for what is scanned.
        DayOperation(weight: 2) { ["return \($0.bill()) 1 1", $0.code(), "cash 99999"] },
        DayOperation(weight: 1) { ["return \($0.bill()) all", $0.code(), "refund cash"] },
        DayOperation(weight: 1) { ["return \($0.bill()) 1 1", $0.code(), "ok"] },
    ]

    private static let drawer: [DayOperation] = [
        DayOperation(weight: 2) { ["payin \($0.number(1...900)).\($0.decimals(2)) change"] },
        DayOperation(weight: 2) { ["payout \($0.number(1...300)).\($0.decimals(2)) milk"] },
        DayOperation(weight: 1) { _ in ["payout 5 milk", "hold"] },
        DayOperation(weight: 1) { _ in ["drawer a note to change"] },
        DayOperation(weight: 2) { ["shift open \($0.number(0...3)).\($0.decimals(2))"] },
        DayOperation(weight: 1) { ["shift close \($0.number(0...9_000)).\($0.decimals(2))"] },
        DayOperation(weight: 1) { _ in ["x", "z"] },
    ]

    private static let weights = all.reduce(0) { $0 + $1.weight }

    /// One by chance, by weight.
    static func random(_ chance: inout DayChance) -> DayOperation {
        var left = chance.number(0...weights - 1)
        for operation in all {
            if left < operation.weight { return operation }
            left -= operation.weight
        }
        return all[0]
    }
}

/// What chance brings to a day of a shop.
struct DayChance {
    var random: SeededGenerator
    /// The numbers of the bills that were sold so far.
    var bills: [String] = []
    /// The numbers of the credit notes so far.
    var creditNotes: [String] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    /// So many digits.
    mutating func decimals(_ count: Int) -> String {
        (0..<count).map { _ in String(number(0...9)) }.joined()
    }

    mutating func code() -> String { ProofShop.codes[number(0...1)] }

    /// A bill that was sold, mostly one of the last.
    mutating func bill() -> String {
        guard !bills.isEmpty else { return "BILL-2501000001" }
        let recent = random.once(in: 4) ? bills[...] : bills.suffix(6)
        return recent.randomElement(using: &random) ?? bills[0]
    }

    /// A credit note, if there is one.
    mutating func creditNote() -> String {
        creditNotes.randomElement(using: &random) ?? "CN-2501000001"
    }
}
