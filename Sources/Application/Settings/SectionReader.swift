import Billing

/// Reads the values of one section; what cannot be used becomes a problem and keeps its default.
struct SectionReader {
    /// What was wrong so far.
    private(set) var problems: [SettingsProblem] = []
    private let name: String
    private let values: [String: SettingsValue]
    private let document: SettingsDocument

    /// Starts on a section of a file; one that is absent has only defaults.
    init(_ name: String, of document: SettingsDocument) {
        self.name = name
        self.document = document
        if case .table(let entries) = document.sections[name] {
            values = entries
        } else {
            values = [:]
        }
    }

    /// A value as `read` understands it; `expected` says what would have been right.
    mutating func value<Value>(
        _ key: String, default standard: Value, expected: @autoclosure () -> String,
        _ read: (SettingsValue) -> Value?
    ) -> Value {
        guard let found = values[key] else { return standard }
        if let value = read(found) { return value }
        problems.append(
            document.problem(
                at: [name, key], "\(name).\(key) is \(found.shown); it must be \(expected())"))
        return standard
    }

    /// Notes what is wrong about a key beside its own value.
    mutating func add(at key: String, _ sentence: String) {
        problems.append(document.problem(at: [name, key], sentence))
    }

    /// A whole number within a range.
    mutating func integer(_ key: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        value(
            key, default: standard,
            expected: "a whole number from \(range.lowerBound) to \(range.upperBound), "
                + "like \(standard)"
        ) {
            guard case .integer(let number) = $0, range.contains(number) else { return nil }
            return number
        }
    }

    /// Yes or no.
    mutating func flag(_ key: String, default standard: Bool) -> Bool {
        value(key, default: standard, expected: "true or false, without quotes") {
            if case .flag(let isTrue) = $0 { isTrue } else { nil }
        }
    }

    /// One of several words.
    mutating func word<Choice>(
        _ key: String, among choices: [(word: String, choice: Choice)], default standard: Choice
    ) -> Choice {
        value(
            key, default: standard,
            expected: "one of " + choices.map { "\"\($0.word)\"" }.joined(separator: ", ")
        ) { found in
            choices.first { found == .text($0.word) }?.choice
        }
    }

    /// A text that has to say something.
    mutating func text(_ key: String, limit: Int, default standard: String) -> String {
        value(
            key, default: standard,
            expected: "a text in quotes of 1 to \(limit) characters, like \"\(standard)\""
        ) { $0.text(limit: limit) }
    }

    /// A text that may be left empty for "none".
    mutating func optionalText(
        _ key: String, default standard: String?, expected: String, _ isRight: (String) -> Bool
    ) -> String? {
        value(key, default: standard, expected: expected + ", or \"\" for none") {
            if $0 == .text("") { return .some(nil) }
            guard let text = $0.text(limit: 120), isRight(text) else { return nil }
            return .some(text)
        }
    }

    /// Texts that a person may write as one or as a list.
    mutating func texts(
        _ key: String, default standard: [String], expected: String,
        _ isRight: (String) -> Bool = { _ in true }
    ) -> [String] {
        value(key, default: standard, expected: expected) { found in
            let elements = if case .list(let elements) = found { elements } else { [found] }
            let texts = elements.compactMap { $0.text(limit: 120) }.filter(isRight)
            return texts.count == elements.count ? texts : nil
        }
    }

    /// One of a few words.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, default standard: Word
    ) -> Word where Word.RawValue == String {
        value(
            key, default: standard, expected: Self.alternatives(Word.allCases.map(\.rawValue))
        ) {
            guard case .text(let text) = $0 else { return nil }
            return Word(rawValue: text)
        }
    }

    private static func alternatives(_ words: [String]) -> String {
        let quoted = words.map { "\"\($0)\"" }
        return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
    }

    /// A text of decimal digits.
    mutating func digits(
        _ key: String, count: ClosedRange<Int>, default standard: String
    ) -> String {
        value(
            key, default: standard,
            expected: "\(count.lowerBound) to \(count.upperBound) digits in quotes, "
                + "like \"\(standard)\""
        ) {
            guard case .text(let text) = $0, count.contains(text.utf8.count),
                text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            return text
        }
    }
}

extension SettingsValue {
    /// The text of a value that carries no command for a device; nil for every other value.
    func text(limit: Int) -> String? {
        guard case .text(let raw) = self else { return nil }
        do throws(Text.Refusal) {
            return try Text(raw, limit: limit).string
        } catch {
            // The caller's sentence says what a text must be; the reason adds nothing to it.
            return nil
        }
    }
}
