import Billing

// What stands behind `return` and `refund`.
extension Command {
    private static let returnUsage = "return BILL-2601000001 1 2 refund cash"

    /// Reads `[BILL-…] [LINE QTY]… [all] [refund TENDER [AMOUNT] …]`.
    static func comingBack(_ rest: Substring) throws(CommandError) -> Command {
        var words = rest.split(whereSeparator: \.isWhitespace)[...]
        guard let first = words.first else { throw CommandError("type it as \(returnUsage)") }
        var number: String?
        if !isLineNumber(first), !["all", "refund"].contains(first.lowercased()) {
            number = try optionalBillNumber(first)
            words = words.dropFirst()
        }
        let isAll = words.first?.lowercased() == "all"
        if isAll { words = words.dropFirst() }
        let lines = isAll ? [:] : try lines(&words)
        guard let next = words.first else {
            return .returned(ReturnCommand(billNumber: number, lines: lines, isAll: isAll))
        }
        guard next.lowercased() == "refund" else {
            throw CommandError("`\(next)` is too much; type it as \(returnUsage)")
        }
        let means = rest[next.endIndex...]
        return .returned(
            ReturnCommand(
                billNumber: number, lines: lines, isAll: isAll,
                refund: try payParts(means, usage: returnUsage)))
    }

    /// Reads `[TENDER [AMOUNT] [REF]]…`; without a means it is given back as it was paid.
    static func refund(_ rest: Substring) throws(CommandError) -> Command {
        .paying(.refund(try payParts(rest, usage: "refund cash, or refund cash 100 upi 200")))
    }

    /// Pairs of a line's number and how much of it, as far as they go.
    private static func lines(
        _ words: inout ArraySlice<Substring>
    ) throws(CommandError) -> [Int: Quantity] {
        var lines: [Int: Quantity] = [:]
        while let word = words.first, isLineNumber(word), let line = Int(word) {
            words = words.dropFirst()
            guard let amount = words.popFirst() else {
                throw CommandError("how much of line \(line)? Type it as \(returnUsage)")
            }
            let quantity: Quantity
            do throws(Quantity.ParseError) {
                quantity = try Quantity(parsingStock: amount)
            } catch {
                throw CommandError("`\(amount)` is no quantity; type it as \(returnUsage)")
            }
            guard lines.updateValue(quantity, forKey: line) == nil else {
                throw CommandError("line \(line) is named twice")
            }
        }
        return lines
    }

    private static func isLineNumber(_ word: Substring) -> Bool {
        word.utf8.count <= 4 && word.utf8.allSatisfy { 48...57 ~= $0 } && Int(word) != 0
    }
}
