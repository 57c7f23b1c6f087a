import Billing

// What stands behind the words that change prices, name goods and name a buyer.
extension Command {
    static func discount(_ arguments: [Substring]) throws(CommandError) -> Command {
        let usage = "discount [LINE or bill] 5% or 20"
        let value: Substring
        let target: DiscountTarget
        switch arguments.count {
        case 1: (target, value) = (.line(nil), arguments[0])
        case 2 where arguments[0].lowercased() == "bill": (target, value) = (.bill, arguments[1])
        case 2:
            target = .line(try lineNumber(arguments[0], usage: usage))
            value = arguments[1]
        default: throw CommandError("type it as \(usage)")
        }
        guard value.last == "%" else {
            let amount = try amount(value, usage: usage)
            return .discount(target, amount == .zero ? nil : .amount(amount))
        }
        let hundredths = try percentage(value, usage: usage)
        return .discount(target, hundredths == 0 ? nil : .percent(hundredths: hundredths))
    }

    static func item(_ arguments: [Substring]) throws(CommandError) -> Command {
        let usage = "item NAME PRICE [gst RATE]"
        let parts = try Described(arguments, options: ["gst"], usage: usage)
        return .item(
            OpenItem(
                name: try named(parts.name, usage: usage),
                price: try amount(parts.price, usage: usage),
                rate: try rate(parts.options["gst"], usage: usage)))
    }

    static func addProduct(_ arguments: [Substring]) throws(CommandError) -> Command {
        let usage = "add CODE NAME PRICE [cost COST] [unit kg] [gst RATE]"
        guard let code = arguments.first else { throw CommandError("type it as \(usage)") }
        let parts = try Described(
            Array(arguments.dropFirst()), options: ["cost", "unit", "gst"], usage: usage)
        let price = try amount(parts.price, usage: usage)
        let cost = try parts.options["cost"].map { text throws(CommandError) in
            try amount(text, usage: usage)
        }
        guard price >= cost ?? .zero else { throw CommandError("that price is below that cost") }
        let unit = try parts.options["unit"].map { text throws(CommandError) in
            try named(String(text).lowercased(), usage: usage, limit: 16).string
        }
        return .add(
            NewProduct(
                code: String(code), name: try named(parts.name, usage: usage), price: price,
                cost: cost ?? .zero, unit: Product.Unit(unit ?? "pc"),
                rate: try rate(parts.options["gst"], usage: usage)))
    }

    static func gstin(_ rest: Substring) throws(CommandError) -> GSTIN? {
        guard !rest.isEmpty else { return nil }
        do throws(GSTIN.Refusal) {
            return try GSTIN(parsing: rest)
        } catch {
            switch error {
            case .form:
                throw CommandError(
                    "a GSTIN has 15 letters and digits, like 27ABCDE1234F1Z0; type gstin alone "
                        + "to take it off")
            case .checkDigit:
                throw CommandError(
                    "a character of that GSTIN is wrong: its last one does not fit the others")
            }
        }
    }

    /// A text that a word alone takes off again.
    static func optionalText(
        _ rest: Substring, limit: Int, example: String
    ) throws(CommandError) -> Text? {
        guard !rest.isEmpty else { return nil }
        guard !CardNumber.isIn(rest) else { throw CommandError(cardNumberSentence) }
        do throws(Text.Refusal) {
            return try Text(rest, limit: limit)
        } catch {
            switch error {
            case .empty: throw CommandError("type it as \(example)")
            case .tooLong(let limit): throw CommandError("it has at most \(limit) characters")
            case .forbidden: throw CommandError("it has a character no receipt can carry")
            }
        }
    }

    /// A name without the quotation marks around it; one that stands alone (`5"`) is part of it.
    static func unquoted(_ name: Substring) -> Substring {
        guard name.utf8.count > 2, name.first == "\"", name.last == "\"" else { return name }
        let inner = name.dropFirst().dropLast()
        return inner.contains("\"") ? name : inner
    }

    private static func named(
        _ name: String, usage: String, limit: Int = 80
    ) throws(CommandError) -> Text {
        guard let text = try optionalText(name[...], limit: limit, example: usage) else {
            throw CommandError("type it as \(usage)")
        }
        return text
    }

    private static func rate(
        _ text: Substring?, usage: String
    ) throws(CommandError) -> TaxRate {
        guard let text else { return .zero }
        return TaxRate(hundredths: try percentage(text, usage: usage))
    }

    /// A percentage of 0 to 100 in hundredths of a percent, with or without its sign.
    private static func percentage(
        _ text: Substring, usage: String
    ) throws(CommandError) -> Int {
        let digits = text.last == "%" ? text.dropLast() : text
        let percent: Money
        do throws(Money.ParseError) {
            percent = try Money(parsing: digits)
        } catch {
            switch error {
            case .notAnAmount: throw CommandError("`\(text)` is no percentage; type \(usage)")
            case .tooPrecise: throw CommandError("\(text) has more than two decimals")
            case .tooLarge: throw CommandError("\(text) is more than all of it")
            }
        }
        guard percent.minorUnits <= 100_00, digits.first?.isNumber == true else {
            throw CommandError("`\(text)` is no percentage of 0 to 100; type \(usage)")
        }
        return Int(percent.minorUnits)
    }
}

/// A name of several words, in quotation marks or not, a price, options: `Tea glass 12 gst 5`.
private struct Described {
    let name: String
    let price: Substring
    let options: [String: Substring]

    init(
        _ arguments: [Substring], options words: [String], usage: String
    ) throws(CommandError) {
        var rest = arguments[...]
        var options: [String: Substring] = [:]
        while rest.count >= 4, let value = rest.last {
            let word = rest[rest.endIndex - 2].lowercased()
            guard words.contains(word) else { break }
            guard options.updateValue(value, forKey: word) == nil else {
                throw CommandError("\(word) stands twice; type it as \(usage)")
            }
            rest = rest.dropLast(2)
        }
        guard rest.count >= 2, let price = rest.last else {
            throw CommandError("type it as \(usage)")
        }
        name = String(Command.unquoted(rest.dropLast().joined(separator: " ")[...]))
        self.price = price
        self.options = options
    }
}
