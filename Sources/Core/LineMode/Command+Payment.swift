import Billing

// What stands behind the words of paying.
extension Command {
    private static let payUsage = "pay cash 300 upi 200"

    /// Several means for one bill; only the last piece may leave its amount out.
    static func pay(_ rest: Substring) throws(CommandError) -> Command {
        let parts = try payParts(rest, usage: payUsage)
        guard !parts.isEmpty else { throw CommandError("type it as \(payUsage)") }
        return .paying(.parts(parts))
    }

    /// `TENDER [AMOUNT] [REF]`, again and again; a piece begins at each word of a means.
    static func payParts(_ rest: Substring, usage: String) throws(CommandError) -> [PayPart] {
        var pieces: [(tender: Tender, words: [Substring])] = []
        for word in rest.split(whereSeparator: \.isWhitespace) {
            if let tender = tender(word) {
                pieces.append((tender, []))
            } else if pieces.isEmpty {
                throw CommandError("`\(word)` is no means of payment; type it as \(usage)")
            } else {
                pieces[pieces.count - 1].words.append(word)
            }
        }
        var parts: [PayPart] = []
        for (tender, words) in pieces { parts.append(try part(tender, words, usage)) }
        guard parts.dropLast().allSatisfy({ $0.amount != nil }) else {
            throw CommandError("each but the last needs its amount; type it as \(usage)")
        }
        return parts
    }

    private static func part(
        _ tender: Tender, _ words: [Substring], _ usage: String
    ) throws(CommandError) -> PayPart {
        var rest = words[...]
        // A slip's number may look like an amount: with two words the first one is the amount.
        var sum: Money?
        if let first = rest.first, tender != .card || words.count > 1 {
            sum = try amount(first, usage: usage)
            rest = rest.dropFirst()
        }
        guard rest.count <= 1, rest.isEmpty || tender == .card || tender == .upi else {
            throw CommandError("`\(rest[rest.startIndex])` is too much; type it as \(usage)")
        }
        var reference: PaymentReference?
        if let word = rest.first { reference = try self.reference(word) }
        guard tender != .card || reference != nil else {
            throw CommandError("a card needs the number on its slip, as card 1234 or card 300 1234")
        }
        return PayPart(tender, sum, reference: reference)
    }

    /// The means that a person can name; an exchange is the till's own.
    static func tender(_ word: Substring) -> Tender? {
        switch word.lowercased() {
        case "cash": .cash
        case "upi": .upi
        case "card": .card
        case "credit": .credit
        default: nil
        }
    }

    static func upi(_ rest: Substring) throws(CommandError) -> Command {
        guard !rest.isEmpty else { return .paying(.parts([PayPart(.upi)])) }
        guard rest.lowercased() != "print" else { return .paying(.printCode) }
        return .paying(
            .parts([PayPart(.upi, try amount(rest, usage: "upi, or upi 200 for a part"))]))
    }

    static func card(_ rest: Substring) throws(CommandError) -> Command {
        guard !rest.isEmpty else {
            throw CommandError("type it as card 1234, with the number on the terminal's slip")
        }
        return .paying(.parts([PayPart(.card, reference: try reference(rest))]))
    }

    static func cash(_ rest: Substring) throws(CommandError) -> Command {
        rest.isEmpty ? .paying(.suggestCash) : .cash(try amount(rest, usage: "cash 500"))
    }

    static func confirmation(_ rest: Substring) throws(CommandError) -> Command {
        .paying(.confirm(rest.isEmpty ? nil : try reference(rest)))
    }

    /// `AMOUNT WHY`: cash that no bill is about, with the reason that the audit asks for.
    static func cashMoved(
        _ kind: CashMovement.Kind, _ rest: Substring
    ) throws(CommandError) -> Command {
        let usage =
            switch kind {
            case .payIn: "payin 500 change from the bank"
            case .payOut: "payout 120 milk"
            }
        let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard words.count == 2 else { throw CommandError("type it as \(usage)") }
        let sum = try amount(words[0], usage: usage)
        guard sum > .zero else { throw CommandError("an amount above zero is needed") }
        guard let why = try note(words[1].trimmingSpaces(), limit: 120) else {
            throw CommandError("type it as \(usage)")
        }
        return .cashMoved(kind, sum, why: why)
    }

    /// `AMOUNT [cash | upi [UTR] | card REF]`, cash if no means is named.
    static func repay(_ rest: Substring) throws(CommandError) -> Command {
        let usage = "repay 500, or repay 500 upi UTR"
        let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let first = words.first else { throw CommandError("type it as \(usage)") }
        let sum = try amount(first, usage: usage)
        guard words.count == 2 else { return .paying(.repay(PayPart(.cash, sum))) }
        let how = words[1].split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let tender = tender(how[0]), tender != .credit else {
            throw CommandError("`\(how[0])` cannot repay a debt; type it as \(usage)")
        }
        let known = how.count == 2 ? try reference(how[1].trimmingSpaces()) : nil
        guard tender != .card || known != nil else {
            throw CommandError("a card needs the number on its slip, as repay 500 card 1234")
        }
        guard tender != .cash || known == nil else {
            throw CommandError("nothing belongs behind cash; type it as \(usage)")
        }
        return .paying(.repay(PayPart(tender, sum, reference: known)))
    }

    /// `BILL-… FROM TO [REF]`: what was taken for one means was another.
    static func correction(_ rest: Substring) throws(CommandError) -> Command {
        let usage = "correct BILL-2601000001 cash upi"
        let words = rest.split(maxSplits: 3, whereSeparator: \.isWhitespace)
        guard words.count >= 3, let number = try optionalBillNumber(words[0]) else {
            throw CommandError("type it as \(usage)")
        }
        guard let from = tender(words[1]), let to = tender(words[2]), from != to else {
            throw CommandError("name two different means; type it as \(usage)")
        }
        let known = words.count == 4 ? try reference(words[3].trimmingSpaces()) : nil
        guard to != .card || known != nil else {
            throw CommandError("a card needs the number on its slip; type it as \(usage)")
        }
        return .paying(
            .correct(billNumber: number, from: from, to: PayPart(to, reference: known)))
    }

    static func reference(_ text: Substring) throws(CommandError) -> PaymentReference {
        do throws(PaymentReference.Refusal) {
            return try PaymentReference(parsing: text)
        } catch {
            switch error {
            case .empty: throw CommandError("a reference is missing")
            case .tooLong:
                throw CommandError(
                    "a reference has at most \(PaymentReference.longest) characters")
            case .forbidden: throw CommandError("that has a character no receipt can carry")
            case .cardNumber: throw CommandError(cardNumberSentence)
            }
        }
    }

    static let cardNumberSentence =
        "that looks like a card's number, which must not be stored; "
        + "type the number on the terminal's slip instead"

    /// A person's own words: why something was done, an address; nil for none.
    static func note(_ rest: Substring, limit: Int) throws(CommandError) -> Text? {
        guard !rest.isEmpty else { return nil }
        guard !CardNumber.isIn(rest) else { throw CommandError(cardNumberSentence) }
        do throws(Text.Refusal) {
            return try Text(rest, limit: limit)
        } catch {
            switch error {
            case .empty: return nil
            case .tooLong(let limit):
                throw CommandError("that is longer than \(limit) characters")
            case .forbidden: throw CommandError("that has a character no receipt can carry")
            }
        }
    }
}
