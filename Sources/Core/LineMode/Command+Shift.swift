package import Billing

/// What is asked of the drawer's day.
package enum ShiftWord: Hashable, Sendable {
    /// Whether a shift is open, and since when.
    case look
    /// It begins with this float.
    case open(Money)
    /// It ends; so much was counted in the drawer.
    case close(counted: Money)
    /// The figures so far: an X report.
    case report
    /// The Z report of this number (the last one if nil), again.
    case lastReport(Int64?)
}

extension Command {
    static func shift(
        _ word: CommandWord, _ arguments: [Substring]
    ) throws(CommandError) -> Command {
        if word == .z { return try zReport(arguments) }
        guard word == .x else { return try shift(arguments) }
        guard arguments.isEmpty else { throw CommandError("nothing belongs behind that word") }
        return .shift(.report)
    }

    /// `shift`, `shift open 2000`, `shift close 6430` or `shift close 500*10 200*4 630`.
    private static func shift(_ arguments: [Substring]) throws(CommandError) -> Command {
        let usage = "shift open 2000, then shift close 6430 or shift close 500*12 200*2 30"
        guard let word = arguments.first?.lowercased() else { return .shift(.look) }
        let sums = arguments.dropFirst()
        switch word {
        case "open":
            guard !sums.isEmpty else {
                throw CommandError("count the float, then type it as shift open 2000")
            }
            return .shift(.open(try counted(sums, usage: usage)))
        case "close":
            guard !sums.isEmpty else {
                throw CommandError(
                    "count the drawer, then type it as shift close 6430 or shift close 500*12 430")
            }
            return .shift(.close(counted: try counted(sums, usage: usage)))
        default: throw CommandError("type it as \(usage)")
        }
    }

    private static func zReport(_ arguments: [Substring]) throws(CommandError) -> Command {
        guard let text = arguments.first else { return .shift(.lastReport(nil)) }
        guard arguments.count == 1, text.utf8.count <= 9, let number = Int64(text), number > 0
        else { throw CommandError("type it as z, or z 12: the number of a Z report") }
        return .shift(.lastReport(number))
    }

    /// Amounts, or notes and how many of each: `500*12 200*2 30`.
    private static func counted(
        _ parts: ArraySlice<Substring>, usage: String
    ) throws(CommandError) -> Money {
        var sum = Money.zero
        for part in parts {
            guard let star = part.firstIndex(of: "*") else {
                sum += try amount(part, usage: usage)
                continue
            }
            let note = try amount(part[..<star], usage: usage)
            let pieces = part[part.index(after: star)...]
            guard pieces.utf8.count <= 5, let count = Int64(pieces), count >= 0 else {
                throw CommandError("`\(part)` is no note and how many; type it as 500*12")
            }
            sum += note * Quantity(pieces: count)
        }
        guard sum <= Money.limit else { throw CommandError("that is more than a till can hold") }
        return sum
    }
}
