import TOMLKit

/// A settings file that is TOML, perhaps with additions: its values and where they stand.
struct SettingsDocument {
    /// The values of each section that the files have.
    private(set) var sections: [String: SettingsValue]
    /// Where everything stands: the file (nil: the settings file itself) and its lines, last first.
    private var layers: [(file: String?, lines: KeyLines)]

    /// Reads TOML, or says in which line it stops being that; `file` names an addition.
    init(toml source: [UInt8], addition file: String? = nil) throws(SettingsProblem) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = source.starts(with: mark) ? Array(source.dropFirst(3)) : source
        // The parser would leave out a second one, and read another first line than is looked at here.
        guard !bytes.starts(with: mark) else {
            throw SettingsProblem(
                file: file, line: 1,
                sentence: "the file begins with two byte order marks; save it without them")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsProblem(
                file: file,
                line: Self.firstLine(of: bytes) { String(validating: $0, as: UTF8.self) == nil },
                sentence: "this line is not UTF-8; save the file with that encoding")
        }
        // The parser takes C strings, which would silently end at a zero character.
        guard !Self.hasZero(bytes[...]) else {
            throw SettingsProblem(
                file: file, line: Self.firstLine(of: bytes, where: Self.hasZero),
                sentence: "a zero character stands here; remove it")
        }
        let lines = KeyLines(of: bytes)
        if let fatal = lines.fatal {
            throw SettingsProblem(
                file: file, line: fatal.line, sentence: "this is not TOML: \(fatal.reason)")
        }
        sections = try Self.parse(text, addition: file)
        layers = [(file, lines)]
    }

    /// Adds another file: its values take the place of those with the same key, lists as a whole.
    mutating func add(_ other: SettingsDocument) {
        sections.merge(other.sections) { $0.overlaid(with: $1) }
        layers = other.layers + layers
    }

    /// The line of a key in the only file, or of what it would stand in.
    func line(of path: [String]) -> Int { layers.first?.lines.line(of: path) ?? 1 }

    /// A problem at the place of a key: in the last file that has it.
    func problem(at path: [String], _ sentence: String) -> SettingsProblem {
        var path = path
        while !path.isEmpty {
            if let layer = layers.first(where: { $0.lines.contains(path) }) {
                return SettingsProblem(
                    file: layer.file, line: layer.lines.line(of: path), sentence: sentence)
            }
            path.removeLast()
        }
        return SettingsProblem(file: layers.last?.file, line: 1, sentence: sentence)
    }

    /// What is wrong with the names of sections and keys.
    var unknownWords: [SettingsProblem] {
        sections.keys.sorted().flatMap(unknownWords(in:))
    }

    private func unknownWords(in name: String) -> [SettingsProblem] {
        guard let section = Vocabulary.sections.first(where: { $0.name == name }) else {
            let isTable = if case .table = sections[name] { true } else { false }
            return [
                problem(at: [name], Vocabulary.unknownSection(name, isTable: isTable))
            ]
        }
        guard case .table(let entries) = sections[name] else {
            return [
                problem(at: [name], "\(name) is a section; write [\(name)] on its own line")
            ]
        }
        return entries.keys.filter { !section.keys.contains($0) }.map { key in
            problem(at: [name, key], Vocabulary.unknownKey(key, in: section))
        }
    }

    private static func parse(
        _ text: String, addition file: String?
    ) throws(SettingsProblem) -> [String: SettingsValue] {
        do {
            let table = try TOMLTable(string: text)
            // The table's memory is never given back (TOMLKit 0.6); that of its contents is here.
            defer { table.clear() }
            return SettingsValue.entries(of: table)
        } catch let error as TOMLParseError {
            throw SettingsProblem(
                file: file, line: error.source.begin.line,
                sentence: "this is not TOML: \(harmless(error.description))")
        } catch {
            throw SettingsProblem(
                file: file, line: 1, sentence: "this is not TOML: \(harmless("\(error)"))")
        }
    }

    /// The parser's words, which quote the file: a terminal must not take them for commands.
    private static func harmless(_ words: String) -> String {
        words.unicodeScalars.prefix(300).reduce(into: "") { shown, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether a zero character stands here, as it is or in TOML's words for it.
    private static func hasZero(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { place in
            switch bytes[place] {
            case 0: true
            case UInt8(ascii: "\\"): zeroEscapes.contains { bytes[place...].starts(with: $0) }
            default: false
            }
        }
    }

    private static let zeroEscapes = ["\\u0000", "\\U00000000"].map { Array($0.utf8) }

    private static func firstLine(
        of bytes: [UInt8], where isBad: (ArraySlice<UInt8>) -> Bool
    ) -> Int {
        let rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (rows.firstIndex(where: isBad) ?? 0) + 1
    }
}
