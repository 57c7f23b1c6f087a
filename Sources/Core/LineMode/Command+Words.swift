import Billing

// What stands behind the words that name no line and no amount.
extension Command {
    static func email(_ rest: Substring) throws(CommandError) -> EmailAddress {
        do throws(EmailAddress.Refusal) {
            return try EmailAddress(parsing: rest)
        } catch {
            switch error {
            case .malformed: throw CommandError("type it as email asha@example.com")
            case .tooLong:
                throw CommandError(
                    "an e-mail address has at most \(EmailAddress.longest) characters")
            case .forbidden:
                throw CommandError("that address has a character no receipt can carry")
            }
        }
    }

    static func searchText(_ rest: Substring) throws(CommandError) -> Text {
        do throws(Text.Refusal) {
            return try Text(rest, limit: 80)
        } catch {
            switch error {
            case .empty: throw CommandError("type it as find rice: part of a name, or of a code")
            case .tooLong(let limit):
                throw CommandError("a search has at most \(limit) characters")
            case .forbidden: throw CommandError("no product's name has such a character")
            }
        }
    }

    static func isConfirmed(_ arguments: [Substring]) throws(CommandError) -> Bool {
        guard let word = arguments.first else { return false }
        guard arguments.count == 1, word.lowercased() == "ok" else {
            throw CommandError("type it as clock ok when the clock is right, or clock to see it")
        }
        return true
    }

    /// `print` behind a word that can put something on paper.
    static func printWord(
        _ arguments: [Substring], usage: String
    ) throws(CommandError) -> Bool {
        guard let word = arguments.first else { return false }
        guard arguments.count == 1, word.lowercased() == "print" else {
            throw CommandError("type it as \(usage)")
        }
        return true
    }

    static func heldNumber(_ rest: Substring) throws(CommandError) -> Int {
        guard !rest.isEmpty else {
            throw CommandError("type it as resume 1; held shows the numbers")
        }
        guard rest.utf8.count <= 2, rest.utf8.allSatisfy({ 48...57 ~= $0 }),
            let number = Int(rest), number > 0
        else {
            throw CommandError(
                "`\(rest)` is no number of a parked bill; type it as resume 1, held shows them")
        }
        return number
    }

    /// A customer by phone or number, as it was typed; nil for the one of the open bill.
    static func optionalCustomer(_ rest: Substring) throws(CommandError) -> String? {
        guard rest.utf8.count <= 40 else {
            throw CommandError("type it as bills 98765 43210, or bills CUST0001 2026-11-15")
        }
        return rest.isEmpty ? nil : String(rest)
    }

    /// A bill number has 1…32 characters without white space, whoever gave it.
    static func optionalBillNumber(_ rest: Substring) throws(CommandError) -> String? {
        guard !rest.isEmpty else { return nil }
        let number: String
        do throws(Text.Refusal) {
            number = try Text(rest, limit: 32).string
        } catch {
            switch error {
            case .empty: throw CommandError("type it as reprint BILL-2601000001")
            case .tooLong(let limit):
                throw CommandError("a bill number has at most \(limit) characters")
            case .forbidden: throw CommandError("no bill number has such a character")
            }
        }
        guard !number.contains(where: \.isWhitespace) else {
            throw CommandError("type it as reprint BILL-2601000001")
        }
        return number
    }

    /// What stands behind the word `phone` of a line that is being typed; nil where nothing does.
    package static func halfTypedPhone(_ line: String) -> String? {
        let words = line.trimmingSpaces().split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0].lowercased() == "phone" else { return nil }
        return String(words[1].trimmingSpaces())
    }

    /// `queue`, `queue print`, `queue drop 12`.
    static func queueWord(_ arguments: [Substring]) throws(CommandError) -> QueueWord {
        guard let word = arguments.first?.lowercased() else { return .list }
        let number = try arguments.dropFirst().first.map(jobNumber)
        switch (word, arguments.count) {
        case ("print", 1...2): return .print(number)
        case ("drop", 1...2): return .drop(number)
        default: throw CommandError("type it as queue, queue print, queue print 12 or queue drop")
        }
    }

    private static func jobNumber(_ text: Substring) throws(CommandError) -> Int64 {
        guard let number = rowNumber(text) else {
            throw CommandError("`\(text)` is no number of a receipt; queue shows the numbers")
        }
        return number
    }

    private static func rowNumber(_ text: Substring) -> Int64? {
        guard text.utf8.count <= 12, text.utf8.allSatisfy({ 48...57 ~= $0 }),
            let number = Int64(text), number > 0
        else { return nil }
        return number
    }

    /// `late`, `late pay 3`, `late refund 3`.
    static func lateWord(_ arguments: [Substring]) throws(CommandError) -> LateWord {
        guard let word = arguments.first?.lowercased() else { return .list }
        let number = arguments.dropFirst().first.flatMap(rowNumber)
        switch (word, number, arguments.count) {
        case ("pay", .some(let number), 2): return .pay(number)
        case ("refund", .some(let number), 2): return .refund(number)
        default: throw CommandError("type it as late, late pay 3 or late refund 3")
        }
    }

    /// Which of the products that a search showed a line picks: one digit, nothing else.
    package static func pick(_ line: String) -> Int? {
        let trimmed = line.trimmingSpaces()
        guard trimmed.utf8.count == 1, let digit = trimmed.utf8.first, 49...57 ~= digit else {
            return nil
        }
        return Int(digit - 48)
    }
}
