/// Reads the values of one profile; what cannot be used becomes a problem and keeps its default.
struct ProfileReader {
    private(set) var problems: [ProfileError.Problem] = []
    private let values: [ProfileKey: ProfileSections.Found]

    init(_ values: [ProfileKey: ProfileSections.Found]) {
        self.values = values
    }

    /// A value as `read` understands it; nil where the profile says nothing or nothing usable.
    mutating func value<Value>(
        _ key: ProfileKey, expected: @autoclosure () -> String,
        _ read: (SettingsValue) -> Value?
    ) -> Value? {
        guard let found = values[key] else { return nil }
        if let value = read(found.value) { return value }
        refuse(key, "\(key.rawValue) is \(found.value.shown); it must be \(expected())")
        return nil
    }

    mutating func integer(_ key: ProfileKey, in range: ClosedRange<Int>) -> Int? {
        value(key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            if case .integer(let number) = $0, range.contains(number) { number } else { nil }
        }
    }

    mutating func flag(_ key: ProfileKey) -> Bool? {
        value(key, expected: "true or false") {
            if case .flag(let flag) = $0 { flag } else { nil }
        }
    }

    mutating func text(_ key: ProfileKey) -> String? {
        value(key, expected: "a text in quotes of 1 to 60 characters") { $0.text(limit: 60) }
    }

    /// One word of a few.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: ProfileKey, _ type: Choice.Type, none: Bool = false
    ) -> Choice?? {
        value(
            key,
            expected: (Choice.allCases.map(\.rawValue) + (none ? ["none"] : []))
                .map { "\"\($0)\"" }.joined(separator: " or ")
        ) { found -> Choice?? in
            guard case .text(let word) = found else { return nil }
            if let choice = Choice(rawValue: word) { return .some(choice) }
            return none && word == "none" ? .some(nil) : nil
        }
    }

    /// A list of which each element is read; one that is not refuses the list.
    mutating func list<Element>(
        _ key: ProfileKey, expected: @autoclosure () -> String,
        _ read: (SettingsValue) -> Element?
    ) -> [Element]? {
        value(key, expected: expected()) { found in
            guard case .list(let elements) = found else { return nil }
            let all = elements.compactMap(read)
            return all.count == elements.count ? all : nil
        }
    }

    /// Adds a problem at a key, or at the place that is nearest to it.
    mutating func refuse(_ key: ProfileKey, _ sentence: String) {
        guard let found = values[key] ?? values[.name] else { return }
        problems.append(
            ProfileError.Problem(file: found.file, line: found.line, sentence: sentence))
    }

    /// The keys whose values are called assumptions where they stand.
    var assumed: [String] {
        values.filter { $0.value.isAssumed }.map(\.key.rawValue).sorted()
    }
}
