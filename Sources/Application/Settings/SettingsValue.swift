import Billing
import TOMLKit

/// A value of a TOML file in our own types, so that nothing points into the parser's memory.
enum SettingsValue: Hashable {
    case text(String)
    case integer(Int)
    case flag(Bool)
    case list([SettingsValue])
    case table([String: SettingsValue])
    /// A kind of value that no setting has; how to name it.
    case other(String)

    /// Copies a value out of the parser's tree.
    init(_ value: some TOMLValueConvertible) {
        switch value.type {
        case .string: self = value.string.map(SettingsValue.text) ?? .other("a text")
        case .int: self = value.int.map(SettingsValue.integer) ?? .other("a number")
        case .array: self = .list(value.array.map { $0.map { SettingsValue($0) } } ?? [])
        case .table: self = .table(value.table.map(Self.entries(of:)) ?? [:])
        case .bool: self = .flag(value.bool == true)
        case .double: self = .other("a number with decimals")
        case .date, .time, .dateTime: self = .other("a date or time")
        }
    }

    /// Copies the entries of a table.
    static func entries(of table: TOMLTable) -> [String: SettingsValue] {
        var entries: [String: SettingsValue] = [:]
        for key in table.keys {
            entries[key] = table[key].map { SettingsValue($0.tomlValue) }
        }
        return entries
    }

    /// The value with another one over it: sections are merged, everything else is replaced.
    func overlaid(with other: SettingsValue) -> SettingsValue {
        guard case .table(let entries) = self, case .table(let others) = other else { return other }
        return .table(entries.merging(others) { $0.overlaid(with: $1) })
    }

    /// A word of a file as a message may show it: as it is where it looks like one.
    ///
    /// Anything can stand in quotes, and a message goes to a terminal.
    static func shown(word: String) -> String {
        let isWord =
            (1...40).contains(word.utf8.count)
            && word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isWord ? word : SettingsValue.text(word).shown
    }

    /// The value as a message may show it.
    var shown: String {
        switch self {
        case .text(""): "an empty text"
        case .text(let string): Self.quoted(string)
        case .integer(let number): String(number)
        case .flag(let isTrue): isTrue ? "true" : "false"
        case .list: "a list"
        case .table: "a section"
        case .other(let name): name
        }
    }

    private static func quoted(_ string: String) -> String {
        do throws(Text.Refusal) {
            return "\"" + (try Text(string, limit: 60).string) + "\""
        } catch {
            return switch error {
            case .empty: "a blank text"
            case .tooLong: "a long text"
            case .forbidden: "a text with control characters"
            }
        }
    }
}
