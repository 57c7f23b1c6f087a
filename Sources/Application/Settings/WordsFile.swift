import Kiosk
import Receipts

/// A file with the words of one language: a key and a text in quotes on each line.
struct WordsFile<Word: RawRepresentable & CaseIterable & Hashable> where Word.RawValue == String {
    /// The texts that the file has.
    let texts: [Word: String]

    /// Reads a file; `subject` is what it has the words of, as messages say it.
    ///
    /// Throws every key that is no word of it and every text that cannot be shown, or that `flaw`
    /// has something against, with their lines.
    init(
        toml source: [UInt8], file: String, of subject: String, limit: Int,
        flaw: (Word, String) -> String? = { _, _ in nil }
    ) throws(SettingsError) {
        let document: SettingsDocument
        do throws(SettingsProblem) {
            document = try SettingsDocument(toml: source)
        } catch {
            throw .refused(file: file, problems: [error])
        }
        var texts: [Word: String] = [:]
        var problems: [SettingsProblem] = []
        for (key, value) in document.sections.sorted(by: { $0.key < $1.key }) {
            guard let word = Word(rawValue: key) else {
                problems.append(document.problem(at: [key], Self.unknown(key, of: subject)))
                continue
            }
            guard let text = value.text(limit: limit) else {
                problems.append(
                    document.problem(
                        at: [key],
                        "\(key) is \(value.shown); it must be a text in quotes of 1 to \(limit) "
                            + "characters"))
                continue
            }
            if let flaw = flaw(word, text) {
                problems.append(document.problem(at: [key], flaw))
            }
            texts[word] = text
        }
        guard problems.isEmpty else {
            throw .refused(file: file, problems: problems.sorted { $0.line < $1.line })
        }
        self.texts = texts
    }

    private static func unknown(_ key: String, of subject: String) -> String {
        let start = "\(key.prefix(40)) is no word of a \(subject); "
        let words = Word.allCases.map(\.rawValue)
        if let near = Vocabulary.nearest(to: key, among: words) {
            return start + "did you mean \(near)?"
        }
        return start + "en.toml, which comes with Galla, has all of them"
    }
}

extension ReceiptLabels {
    /// Reads a file of labels; a word that it lacks is English.
    ///
    /// Throws every key that is no word of a receipt and every text that cannot be printed, with
    /// their lines.
    package init(toml source: [UInt8], file: String) throws(SettingsError) {
        self.init(
            try WordsFile<ReceiptWord>(toml: source, file: file, of: "receipt", limit: 160).texts)
    }
}

extension KioskWords {
    /// Reads a file of a kiosk's words; a word that it lacks is English.
    ///
    /// Throws every key that is no word of a kiosk, every text that cannot be shown, and every
    /// text with another part in braces than the English one has, with their lines.
    package init(toml source: [UInt8], file: String) throws(SettingsError) {
        let words = try WordsFile<KioskWord>(
            toml: source, file: file, of: "kiosk", limit: 200
        ) { word, text in
            let wanted = Self.parts(of: Self.english[word])
            guard Self.parts(of: text) != wanted else { return nil }
            let parts = wanted.map { "{\($0)}" }.joined()
            return parts.isEmpty
                ? "\(word.rawValue) has braces; there is nothing to fill in"
                : "\(word.rawValue) must have \(parts) once, and no other braces"
        }
        self.init(words.texts)
    }
}
