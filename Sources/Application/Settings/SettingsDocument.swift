import TOMLKit

/// A settings file that is TOML: its values and the lines they stand on.
struct SettingsDocument {
    /// The values of each section that the file has.
    let sections: [String: SettingsValue]
    /// Where everything stands.
    let lines: KeyLines

    /// Reads TOML, or says in which line it stops being that.
    init(toml source: [UInt8]) throws(SettingsProblem) {
        let bytes = source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsProblem(
                line: Self.firstLine(of: bytes) { String(validating: $0, as: UTF8.self) == nil },
                sentence: "this line is not UTF-8; save the file with that encoding")
        }
        // The parser takes C strings, which would silently end at a zero character.
        let isCut = { (line: ArraySlice<UInt8>) in
            let text = String(decoding: line, as: UTF8.self)
            return text.contains("\0") || text.contains("\\u0000")
                || text.contains("\\U00000000")
        }
        guard !isCut(bytes[...]) else {
            throw SettingsProblem(
                line: Self.firstLine(of: bytes, where: isCut),
                sentence: "a zero character stands here; remove it")
        }
        lines = KeyLines(of: bytes)
        // The parser takes it for granted that a header begins with a key (toml++ 3.4, parse_key): it
        // would end the process.
        if let line = lines.keylessHeader {
            throw SettingsProblem(
                line: line, sentence: "this is not TOML: a name has to follow the bracket")
        }
        sections = try Self.parse(text)
    }

    /// What is wrong with the names of sections and keys.
    var unknownWords: [SettingsProblem] {
        sections.keys.sorted().flatMap(unknownWords(in:))
    }

    private func unknownWords(in name: String) -> [SettingsProblem] {
        let line = lines.line(of: [name])
        guard let section = Vocabulary.sections.first(where: { $0.name == name }) else {
            let isTable = if case .table = sections[name] { true } else { false }
            return [
                SettingsProblem(
                    line: line, sentence: Vocabulary.unknownSection(name, isTable: isTable))
            ]
        }
        guard case .table(let entries) = sections[name] else {
            return [
                SettingsProblem(
                    line: line, sentence: "\(name) is a section; write [\(name)] on its own line")
            ]
        }
        return entries.keys.filter { !section.keys.contains($0) }.map { key in
            SettingsProblem(
                line: lines.line(of: [name, key]),
                sentence: Vocabulary.unknownKey(key, in: section))
        }
    }

    private static func parse(_ text: String) throws(SettingsProblem) -> [String: SettingsValue] {
        do {
            return SettingsValue.entries(of: try TOMLTable(string: text))
        } catch let error as TOMLParseError {
            throw SettingsProblem(
                line: error.source.begin.line,
                sentence: "this is not TOML: \(error.description)")
        } catch {
            throw SettingsProblem(line: 1, sentence: "this is not TOML: \(error)")
        }
    }

    private static func firstLine(
        of bytes: [UInt8], where isBad: (ArraySlice<UInt8>) -> Bool
    ) -> Int {
        let rows = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (rows.firstIndex(where: isBad) ?? 0) + 1
    }
}
