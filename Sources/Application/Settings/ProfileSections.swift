/// The sections of all profile files, before anybody has asked what their values mean.
struct ProfileSections {
    /// A value and where it stands.
    struct Found {
        let value: SettingsValue
        let file: String
        let line: Int
        /// Whether the section it stands in calls it an assumption.
        let isAssumed: Bool
    }

    /// A profile as it is written.
    struct Section {
        let id: String
        let file: String
        let line: Int
        var values: [ProfileKey: Found] = [:]

        var parent: String? {
            if case .text(let parent)? = values[.inherits]?.value { parent } else { nil }
        }
    }

    /// Every section by its name.
    private(set) var sections: [String: Section] = [:]
    private(set) var problems: [ProfileError.Problem] = []

    /// Takes a file in; what is no profile becomes a problem.
    mutating func add(_ file: String, _ bytes: [UInt8]) {
        do throws(SettingsProblem) {
            let document = try SettingsDocument(toml: bytes)
            for (id, value) in document.sections.sorted(by: { $0.key < $1.key }) {
                add(id, value, document, file)
            }
        } catch {
            refuse(file, error.line, error.sentence)
        }
    }

    private mutating func add(
        _ id: String, _ value: SettingsValue, _ document: SettingsDocument, _ file: String
    ) {
        let line = document.line(of: [id])
        guard case .table(let entries) = value else {
            let word = SettingsValue.shown(word: id)
            return refuse(file, line, "\(word) stands in no profile; begin one with [a-name]")
        }
        guard Self.isName(id) else {
            return refuse(
                file, line,
                "[\(SettingsValue.shown(word: id))] is no name for a profile; "
                    + "use small letters, digits and dashes")
        }
        if let other = sections[id] {
            return refuse(file, line, "[\(id)] stands in \(other.file) already, line \(other.line)")
        }
        var section = Section(id: id, file: file, line: line)
        let assumed = Self.words(entries[ProfileKey.assumed.rawValue])
        for (word, value) in entries {
            let line = document.line(of: [id, word])
            guard let key = ProfileKey(rawValue: word) else {
                refuse(file, line, Self.unknown(word))
                continue
            }
            section.values[key] = Found(
                value: value, file: file, line: line, isAssumed: assumed.contains(word))
        }
        sections[id] = section
    }

    /// Everything that holds for a profile: its own values over those that it inherits.
    ///
    /// A circle, or a parent that is not there, becomes a problem and ends the way up.
    mutating func inherited(by id: String) -> [ProfileKey: Found] {
        guard let section = sections[id] else { return [:] }
        var values = section.values
        var seen = [id]
        var next = section
        while let parent = next.parent {
            let line = next.values[.inherits]?.line ?? next.line
            guard !seen.contains(parent) else {
                refuse(
                    next.file, line,
                    "[\(next.id)] inherits from itself: \((seen + [parent]).joined(separator: ", "))"
                )
                break
            }
            guard let above = sections[parent] else {
                let word = SettingsValue.shown(word: parent)
                refuse(next.file, line, "there is no profile [\(word)] to inherit from")
                break
            }
            for (key, found) in above.values where !key.isOwn && values[key] == nil {
                values[key] = found
            }
            seen.append(parent)
            next = above
        }
        return values
    }

    private mutating func refuse(_ file: String, _ line: Int, _ sentence: String) {
        let problem = ProfileError.Problem(file: file, line: line, sentence: sentence)
        if !problems.contains(problem) { problems.append(problem) }
    }

    private static func unknown(_ word: String) -> String {
        let words = ProfileKey.allCases.map(\.rawValue)
        let start = "\(SettingsValue.shown(word: word)) is no word of a profile; "
        if let near = Vocabulary.nearest(to: word, among: words) {
            return start + "did you mean \(near)?"
        }
        return start + "there are " + words.joined(separator: ", ")
    }

    private static func words(_ value: SettingsValue?) -> [String] {
        guard case .list(let elements)? = value else { return [] }
        return elements.compactMap { if case .text(let word) = $0 { word } else { nil } }
    }

    private static func isName(_ id: String) -> Bool {
        (1...40).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }
}
