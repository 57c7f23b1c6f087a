import Billing

extension Command {
    /// Reads a typed line; nil for an empty one.
    ///
    /// A line is a scan unless it starts with a `CommandWord`.
    package static func parse(_ line: String) throws(CommandError) -> Command? {
        let trimmed = line.trimmingSpaces()
        guard !trimmed.isEmpty else { return nil }
        let end = trimmed.firstIndex(where: \.isWhitespace) ?? trimmed.endIndex
        let rest = trimmed[end...].trimmingSpaces()
        let arguments = rest.split(whereSeparator: \.isWhitespace)
        guard let word = CommandWord(typed: trimmed[..<end]) else { return try scan(trimmed) }
        switch word {
        case .qty: return try quantityEdit(arguments)
        case .price: return try priceEdit(arguments)
        case .discount: return try discount(arguments)
        case .batch: return .batch(line: try optionalLine(arguments, usage: "batch [LINE]"))
        case .item: return try item(arguments)
        case .add: return try addProduct(arguments)
        case .gstin: return .gstin(try gstin(rest))
        case .buyer:
            return .buyer(
                try optionalText(unquoted(rest), limit: 80, example: "buyer Asha Stores"))
        case .address:
            return .address(
                try optionalText(rest, limit: 160, example: "address 12 Bazaar Road, Pune"))
        case .del: return .delete(line: try optionalLine(arguments, usage: "del [LINE]"))
        case .phone: return .phone(rest.isEmpty ? nil : String(rest))
        case .name: return .name(try text(unquoted(rest)))
        case .email: return .email(rest.isEmpty ? nil : try email(rest))
        case .bills: return .bills(try optionalCustomer(rest))
        case .find: return .find(try searchText(rest))
        case .hold:
            return .hold(printsSlip: try printWord(arguments, usage: "hold, or hold print"))
        case .held: return try alone(.held, rest)
        case .resume: return .resume(try heldNumber(rest))
        case .reprint: return .reprint(billNumber: try optionalBillNumber(rest))
        case .status: return try alone(.status, rest)
        case .queue: return .queue(try queueWord(arguments))
        case .cash: return try cash(rest)
        case .drawer: return .drawer(why: try note(rest, limit: 120))
        case .payin: return try cashMoved(.payIn, rest)
        case .payout: return try cashMoved(.payOut, rest)
        case .shift, .x, .z: return try shift(word, arguments)
        case .login: return .login(try person(rest, usage: "login Asha"))
        case .override: return .override(try person(rest, usage: "override Asha"))
        case .upi: return try upi(rest)
        case .card: return try card(rest)
        case .credit: return try alone(.paying(.parts([PayPart(.credit)])), rest)
        case .pay: return try pay(rest)
        case .return: return try comingBack(rest)
        case .refund: return try refund(rest)
        case .ok: return try confirmation(rest)
        case .back: return try alone(.paying(.back), rest)
        case .repay: return try repay(rest)
        case .statement: return try alone(.paying(.statement), rest)
        case .correct: return try correction(rest)
        case .late: return .paying(.late(try lateWord(arguments)))
        case .total: return try alone(.total, rest)
        case .void: return .void(why: try note(rest, limit: 120))
        case .clock: return .clock(isConfirmed: try isConfirmed(arguments))
        case .help: return .help
        case .quit: return try alone(.quit, rest)
        }
    }

    /// Whether a line, if it does anything, changes nothing but the open bill.
    package static func touchesOpenBillOnly(_ line: String) -> Bool {
        do throws(CommandError) {
            switch try parse(line) {
            case .scan, .quantity, .price, .discount, .batch, .item, .delete, .gstin, .buyer,
                .total,
                .find, .held, .status, .queue(.list), .help, .bills, .paying(.suggestCash),
                .paying(.late(.list)), nil:
                return true
            case .phone, .name, .email, .address, .hold, .resume, .reprint, .queue, .cash, .paying,
                .returned, .void, .quit, .add, .clock, .drawer, .cashMoved,
                .shift, .login, .override:
                return false
            }
        } catch {
            return true
        }
    }

    private static func scan(_ text: Substring) throws(CommandError) -> Command {
        guard let star = text.firstIndex(of: "*") else {
            return .scan(code: String(text), .one)
        }
        let count = text[..<star].trimmingSpaces()
        let code = text[text.index(after: star)...].trimmingSpaces()
        guard !code.isEmpty else { throw CommandError("type it as 3*CODE") }
        return .scan(code: String(code), try quantity(count, usage: "3*CODE or 0.450*CODE"))
    }

    private static func quantityEdit(_ arguments: [Substring]) throws(CommandError) -> Command {
        let (line, value) = try lineAndValue(arguments, usage: "qty [LINE] 3")
        return .quantity(line: line, try quantity(value, usage: "qty [LINE] 3"))
    }

    private static func priceEdit(_ arguments: [Substring]) throws(CommandError) -> Command {
        let (line, value) = try lineAndValue(arguments, usage: "price [LINE] 95.50")
        return .price(line: line, try amount(value, usage: "price [LINE] 95.50"))
    }

    private static func lineAndValue(
        _ arguments: [Substring], usage: String
    ) throws(CommandError) -> (line: Int?, value: Substring) {
        switch arguments.count {
        case 1: return (nil, arguments[0])
        case 2: return (try lineNumber(arguments[0], usage: usage), arguments[1])
        default: throw CommandError("type it as \(usage)")
        }
    }

    private static func optionalLine(
        _ arguments: [Substring], usage: String
    ) throws(CommandError) -> Int? {
        switch arguments.count {
        case 0: return nil
        case 1: return try lineNumber(arguments[0], usage: usage)
        default: throw CommandError("type it as \(usage)")
        }
    }

    static func lineNumber(
        _ text: Substring, usage: String
    ) throws(CommandError) -> Int {
        guard text.utf8.count <= 4, text.utf8.allSatisfy({ 48...57 ~= $0 }),
            let number = Int(text), number > 0
        else {
            throw CommandError("\(text) is no line number; type it as \(usage)")
        }
        return number
    }

    static func amount(_ text: Substring, usage: String) throws(CommandError) -> Money {
        guard !text.isEmpty else { throw CommandError("type it as \(usage)") }
        do throws(Money.ParseError) {
            return try Money(parsing: text)
        } catch {
            switch error {
            case .notAnAmount: throw CommandError("`\(text)` is no amount; type it as \(usage)")
            case .tooPrecise: throw CommandError("\(text) has more than two decimals")
            case .tooLarge: throw CommandError("\(text) is more than a till can take")
            }
        }
    }

    private static func quantity(
        _ text: Substring, usage: String
    ) throws(CommandError) -> Quantity {
        guard !text.isEmpty else { throw CommandError("type it as \(usage)") }
        do throws(Quantity.ParseError) {
            return try Quantity(parsing: text)
        } catch {
            switch error {
            case .notAQuantity:
                throw CommandError("`\(text)` is no quantity; type it as \(usage)")
            case .tooPrecise: throw CommandError("\(text) has more than three decimals")
            case .tooLarge: throw CommandError("\(text) is more than a till can sell at once")
            }
        }
    }

    private static func text(_ rest: Substring) throws(CommandError) -> Text {
        guard !CardNumber.isIn(rest) else { throw CommandError(cardNumberSentence) }
        do throws(Text.Refusal) {
            return try Text(rest, limit: 80)
        } catch {
            switch error {
            case .empty: throw CommandError("type it as name John Doe")
            case .tooLong(let limit): throw CommandError("a name has at most \(limit) characters")
            case .forbidden: throw CommandError("that name has a character no receipt can carry")
            }
        }
    }

    private static func alone(
        _ command: Command, _ rest: Substring
    ) throws(CommandError) -> Command {
        guard rest.isEmpty else { throw CommandError("nothing belongs behind that word") }
        return command
    }
}

extension StringProtocol {
    func trimmingSpaces() -> Substring {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
